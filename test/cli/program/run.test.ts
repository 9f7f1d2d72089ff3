import { describe, expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'

describe('without a verb', () => {
  test('kubectl alone shows what there is', async () => {
    const { stdout, stderr, code } = await runCli('kubectl')

    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toMatch(/^kubectl controls the Kubernetes cluster manager\.\n\n Find more information at: /)
    expect(stdout).toContain('Usage:\n  kubectl [flags] [options]\n\n')
  })

  test.for([
    ['--version', "error: unknown flag: --version\nSee 'kubectl --help' for usage.\n"],
    ['-n', "error: flag needs an argument: 'n' in -n\nSee 'kubectl --help' for usage.\n"],
    ['zzzzzz', 'error: unknown command "zzzzzz" for "kubectl"\n'],
    ['-n get zzzzzz', 'Error: flags cannot be placed before plugin name: -n\n'],
  ] as const)('%s', async ([line, stderr]) => {
    expect(await runCli(line)).toEqual({ stdout: '', stderr, code: 1 })
  })
})

describe('help', () => {
  test('options are listed with their defaults', async () => {
    const { stdout } = await runCli('kubectl options')

    expect(stdout).toMatch(/^The following options can be passed to any command:\n\n {4}--as='':\n\t\S/)
    expect(stdout).toContain("\n    -n, --namespace='':\n\t")
    expect(stdout).toContain('\n    -v, --v=0:\n\t')
  })

  test.for(['help options', 'options -h', '-h options', 'options --help=true'])('%s', async line => {
    const { stdout, stderr, code } = await runCli(line)

    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toBe(
      'Print the list of flags inherited by all commands.\n\n' +
        'Examples:\n  # Print flags inherited by all commands\n  kubectl options\n\n' +
        'Usage:\n  kubectl options [options]\n\n' +
        'Use "kubectl options" for a list of global command-line options (applies to all commands).\n',
    )
  })

  test('an unknown topic', async () => {
    const { stdout, stderr, code } = await runCli('help bogus')

    expect({ stdout, code }).toEqual({ stdout: '', code: 0 })
    expect(stderr).toMatch(/^Unknown help topic \[`bogus`\]\n\n\n/)
  })
})
