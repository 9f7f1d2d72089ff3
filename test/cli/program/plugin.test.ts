import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const cli = aCli()
afterAll(() => cli.remove())
const folder = join(cli.folder, 'bin')

beforeAll(() => {
  mkdirSync(folder)
  for (const name of ['foo', 'foo-bar', 'foo_bar', 'get', 'create-thing', 'create']) {
    writeFileSync(join(folder, `kubectl-${name}`), '')
    chmodSync(join(folder, `kubectl-${name}`), 0o755)
  }
  writeFileSync(join(folder, 'kubectl-notexecutable'), '')
})

/** What was started, as a line, with the exit code and stderr of the command. */
const started = async (line: string, code = 0) => {
  const lines: string[] = []
  const spawn = {
    capture: () => Promise.reject(new Error('nothing is captured')),
    interactive: async (command: string, args: readonly string[]) => {
      lines.push([command.replace(`${folder}/`, ''), ...args].join(' '))
      return code
    },
  }
  const env = { PATH: `/nowhere:${folder}`, HOME: cli.folder, KUBESIM_HOME: join(cli.folder, 'home') }
  return { lines, ...(await cli.run(line, { world: { spawn, env } })) }
}

describe('a word that is no verb is a plugin of the PATH', () => {
  test.for([
    ['foo', 'kubectl-foo'],
    ['foo x --bar -n y', 'kubectl-foo x --bar -n y'],
    ['foo bar x', 'kubectl-foo-bar x'],
    ['foo-bar x', 'kubectl-foo_bar x'],
    ['foo -- bar', 'kubectl-foo -- bar'],
    ['create thing x', 'kubectl-create-thing x'],
  ] as const)('%s', async ([line, expected]) => {
    expect(await started(line)).toMatchObject({ lines: [expected], stdout: '', stderr: '', code: 0 })
  })

  test('its exit code is that of the command', async () => {
    expect((await started('foo', 3)).code).toBe(3)
  })

  test.for([
    ['notexecutable', 'error: unknown command "notexecutable" for "kubectl"\n'],
    ['bogus bar', 'error: unknown command "bogus" for "kubectl"\n\nDid you mean this?\n\tlogs\n'],
    ['-n x foo', 'Error: flags cannot be placed before plugin name: -n\n'],
    ['create nothing', "error: Unexpected args: [nothing]\nSee 'kubectl create -h' for help and examples\n"],
  ] as const)('not: %s', async ([line, stderr]) => {
    expect(await started(line)).toMatchObject({ lines: [], stdout: '', stderr, code: 1 })
  })

  test('a verb comes first', async () => {
    expect(await started('get svc -o name')).toMatchObject({ lines: [], stdout: 'service/kubernetes\n', stderr: '' })
  })
})
