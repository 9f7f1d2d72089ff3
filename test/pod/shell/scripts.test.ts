import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'

// What shells do beside running programs.
let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.run('clock freeze')
  await cli.run('run box --image=busybox -- sleep 9999')
  await cli.run(['exec', 'box', '--', 'sh', '-c', 'printf \'echo "$0 $1"\\n\' > /tmp/s.sh'])
})
afterAll(() => cli.remove())

test.for<readonly [string, readonly string[], string, number]>([
  ['the name behind a line', ['sh', '-c', 'echo "$0" $0 $1', 'me', 'a'], 'me me a\n', 0],
  ['no name behind a line', ['sh', '-c', 'echo $0'], 'sh\n', 0],
  ['the path of a file', ['sh', '/tmp/s.sh', 'a'], '/tmp/s.sh a\n', 0],
  ['what is done at the end', ['sh', '-c', "trap 'echo bye' EXIT; echo hi"], 'hi\nbye\n', 0],
  ['what is done at an exit', ['sh', '-c', "trap 'echo bye' 0; f() { exit 3; }; f; echo no"], 'bye\n', 3],
  ['and with the status of before', ['sh', '-c', "trap 'echo $?; true' EXIT; false"], '1\n', 1],
  ['what is not to be done any more', ['sh', '-c', "trap 'echo bye' EXIT; trap - EXIT; echo hi"], 'hi\n', 0],
  ['what is done at a signal', ['sh', '-c', "trap 'echo bye' TERM; echo hi"], 'hi\n', 0],
])('%s', async ([, words, stdout, code]) => {
  const done = await cli.run(['exec', 'box', '--', ...words])

  expect([done.stdout, done.code]).toEqual([stdout, code])
})

test('who is not found has the name that the shell was given', async () => {
  const { stderr } = await cli.run(['exec', 'box', '--', 'sh', '-c', 'f() { nope; }; f', 'me'])

  expect(stderr).toContain('me: nope: not found\n')
})

test('top shows what runs', async () => {
  const { stdout } = await cli.run('exec box -- top -b -n 1')

  expect(stdout).toMatch(/^Mem: \d+K used, .*\n {2}PID {2}PPID USER .* COMMAND\n {4}1 .* sleep 9999\n/s)
})
