import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCli, type Cli, type CliResult } from '../../support/run-cli.ts'

const image = 'registry.k8s.io/e2e-test-images/agnhost:2.53'
let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.run('cluster create corp --domain=corp.example')
  await cli.run(`run server --image=${image} -- netexec`)
  await cli.run(`run client --image=${image} -- pause`)
  await cli.run('expose pod server --port=80 --target-port=8080')
  await cli.run('expose pod server --name=wrong --port=80 --target-port=81')
})
afterAll(() => cli.remove())

const ended = (stdout: string, stderr = '', code = 0): CliResult => ({
  stdout,
  stderr: code === 0 ? stderr : `${stderr}command terminated with exit code ${code}\n`,
  code,
})

test.for<readonly [string, CliResult]>([
  ['dns-suffix', ended('default.svc.corp.example,svc.corp.example,corp.example\n')],
  ['dns-server-list', ended('10.96.0.10\n')],
  ['connect server:80', ended('')],
  ['connect server.default.svc.corp.example:80 --timeout=2s', ended('')],
  ['connect wrong:80', ended('', 'REFUSED\n', 1)],
  ['connect 10.244.9.9:80', ended('', 'TIMEOUT\n', 1)],
  ['connect nope:80', ended('', 'DNS: lookup nope: no such host\n', 1)],
  ['bogus', ended('', 'Error: unknown command "bogus" for "app"\n', 1)],
])('/agnhost %s', async ([words, expected]) => {
  expect(await cli.run(`exec client -- /agnhost ${words}`)).toEqual(expected)
})

test('a pod that prints its suffixes knows the domain of its cluster', async () => {
  await cli.run(`run once --image=${image} --restart=Never -- dns-suffix`)

  expect((await cli.run('logs once')).stdout).toBe('default.svc.corp.example,svc.corp.example,corp.example\n')
})
