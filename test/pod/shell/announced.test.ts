import { expect, test } from 'vitest'
import { announced, announcement } from '../../../src/pod/shell/announced.ts'
import { streamed } from '../../../src/pod/shell/streamed.ts'
import { parseScript } from '../../../src/pod/shell/syntax.ts'

const announcements = (text: string): number =>
  JSON.stringify(announced(streamed(parseScript(text)))).split(`"value":"${announcement}"`).length - 1

test.for<readonly [string, number]>([
  ['ping web', 1],
  ['/bin/sh -c "echo hi"', 1],
  ["'sh' '-c' 'echo hi'", 1],
  ['while true; do ping web; sh -c date; done', 2],
  ['ping web | head -1', 0],
  ['ping web > /tmp/f', 0],
  ['x=$(ping web)', 0],
  ['ping $(cat host)', 0],
  ['echo ping', 0],
  ['ls', 1],
  ['ls | head -1', 0],
  ['f() { ping web; }', 1],
  ['f() { ping web; } > /tmp/f', 0],
])('%s', ([text, count]) => {
  expect(announcements(text)).toBe(count)
})
