import { expect, test } from 'vitest'
import { runCli } from '../../../support/run-cli.ts'

const noPrinter = (format: string): string =>
  `error: unable to match a printer suitable for the output format "${format}", allowed formats are: `

test.for([
  ['create job x -o bogus', noPrinter('bogus')],
  ['create job -o bogus', 'error: exactly one NAME is required, got 0\n'],
  ['create quota q --hard=bad -o wide', noPrinter('wide')],
  ['create secret tls x -o jsonpath', 'error: template format specified but no template given\n'],
  ['run x --image=bad! -o bogus', noPrinter('bogus')],
  [
    'run x --image=nginx --cascade=x',
    'error: invalid cascade value (x). Must be "background", "foreground", or "orphan"',
  ],
  [
    'create clusterrole a b --aggregation-rule=x',
    'error: invalid argument "x" for "--aggregation-rule" flag: malformed pair, expect string=string\n',
  ],
  [
    'create role x --verb=fly',
    "Warning: 'fly' is not a standard resource verb\nerror: at least one resource must be specified\n",
  ],
  [
    'create cm x --dry-run=client --context=no',
    'Error in configuration: context was not found for specified context: no',
  ],
])('%s: what is refused first', async ([command = '', stderr = '']) => {
  const result = await runCli(command)
  expect(result.stderr.slice(0, stderr.length)).toBe(stderr)
  expect(result.code).toBe(1)
})

test.for([
  ['', '719] --dry-run is deprecated and can be replaced with --dry-run=client.', ' (dry run)'],
  [
    '=true',
    '733] --dry-run=true is deprecated (boolean value) and can be replaced with --dry-run=client.',
    ' (dry run)',
  ],
  ['=f', '736] --dry-run=f is deprecated (boolean value) and can be replaced with --dry-run=none.', ''],
])('--dry-run%s of old', async ([value = '', notice = '', suffix = '']) => {
  const { stdout, stderr } = await runCli(`create cm x --dry-run${value}`)
  expect(stderr).toMatch(/^W\d{4} [\d:.]{15} +\d+ helpers\.go:/)
  expect(stderr.slice(stderr.indexOf(':7') + 1)).toBe(`${notice}\n`)
  expect(stdout).toBe(`configmap/x created${suffix}\n`)
})

test('--save-config remembers the namespace that was typed', async () => {
  const { stdout } = await runCli('create sa x --save-config --dry-run=client -n prod -o yaml')
  expect(stdout).toContain('{"kind":"ServiceAccount","apiVersion":"v1","metadata":{"name":"x","namespace":"prod"}}')
})

test('run takes the flags of a deletion, for what they are worth', async () => {
  const { stdout } = await runCli(
    'run x --image=nginx --force --grace-period=3 --timeout=1s --wait -R --dry-run=client',
  )
  expect(stdout).toBe('pod/x created (dry run)\n')
})
