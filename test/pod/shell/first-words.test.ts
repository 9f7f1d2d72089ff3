import { expect, test } from 'vitest'
import { firstWords } from '../../../src/pod/shell/first-words.ts'

test.for<readonly [string, readonly string[]]>([
  ['curl -s web | grep x && echo yes', ['curl', 'grep', 'echo']],
  ['until nc -z db 1; do sleep 1; done; exec /usr/sbin/app', ['nc', 'sleep', 'app']],
  ['if ! test -f x; then { A=1 env; }; fi', ['test', 'env']],
  ['echo "$(date)"; x=$(hostname)', ['echo', 'hostname']],
  ["python -c 'a; b'", ['python']],
])('%s', ([line, words]) => {
  expect(firstWords(line)).toEqual(words)
})
