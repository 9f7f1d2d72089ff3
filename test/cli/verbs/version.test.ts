import { expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

const client = 'Client Version: v1.36.2\nKustomize Version: v5.8.1\n'

test.for([
  { command: 'version', stdout: `${client}Server Version: v1.36.2\n`, stderr: '', code: 0 },
  { command: 'version --client x', stdout: client, stderr: '', code: 0 },
  { command: 'version x', stdout: '', stderr: 'error: extra arguments: [x]\n', code: 1 },
  { command: 'version -o name', stdout: '', stderr: "error: --output must be 'yaml' or 'json'\n", code: 1 },
  {
    command: 'version --context=nope',
    stdout: client,
    stderr: 'Error in configuration: context was not found for specified context: nope\n',
    code: 1,
  },
])('$command', async ({ command, ...expected }) => {
  expect(await runCli(command)).toEqual(expected)
})
