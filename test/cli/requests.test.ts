import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../support/run-cli.ts'

const pod = (name: string, image: string, app = name): string =>
  `apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { app: ${app} } }
spec: { containers: [{ name: main, image: '${image}' }] }
---
`
const service = (name: string, app: string, spec = ''): string =>
  `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${app} }, ports: [{ port: 80 }], ${spec} }
---
`

describe('requests from the command line', () => {
  let cli: Cli
  beforeAll(async () => {
    cli = aCli({ env: { KUBESIM_PROFILE: 'default' } })
    const echo = 'alicek106/rr-test:echo-hostname'
    await cli.create(
      pod('numbers-web', 'kiamol/ch03-numbers-web') +
        pod('numbers-api', 'kiamol/ch03-numbers-api') +
        ['one', 'two', 'three'].map(name => pod(name, echo, 'echo')).join('') +
        service('numbers-web', 'numbers-web') +
        service('echo', 'echo') +
        service('pinned', 'echo', 'sessionAffinity: ClientIP'),
    )
    await cli.run('kubesim clock freeze')
  })
  afterAll(() => cli.remove())

  const ask = async (command: string): Promise<string> => (await cli.run(command)).stdout

  test('the numbers web app loses and regains its API', async () => {
    const press = (): Promise<string> => ask('kubesim curl -s -X POST numbers-web')
    expect(await press()).toContain('RNG service unavailable!')
    await cli.create(service('numbers-api', 'numbers-api'))
    expect(await press()).toContain('42')
    await cli.run('kubectl delete service numbers-api')
    expect(await press()).toContain('RNG service unavailable!')
  })

  test('requests spread over endpoints even while the clock stands still', async () => {
    const answers = new Set<string>()
    for (let count = 0; count < 20; count++) answers.add(await ask('kubesim curl -s echo'))
    expect(answers.size).toBe(3)
  })

  test('session affinity holds from one command to the next', async () => {
    const answers = new Set<string>()
    for (let count = 0; count < 8; count++) answers.add(await ask('kubesim curl -s pinned'))
    expect(answers.size).toBe(1)
  })

  test('a failure ends with the exit code of the program', async () => {
    expect(await cli.run('kubesim curl -sS nobody')).toEqual({
      stdout: '',
      stderr: 'curl: (6) Could not resolve host: nobody\n',
      code: 6,
    })
  })

  test('writes to a file of the folder', async () => {
    await cli.run('kubesim curl -s -o page.html numbers-web')
    expect(await cli.run('kubesim curl -s -d @page.html numbers-web')).toMatchObject({ code: 0 })
  })

  test.for([
    { words: 'svc/echo', stdout: /^\*nat\n:KUBE-SEP-/, code: 0 },
    { words: 'svc/echo --mode nftables', stdout: /^table ip kube-proxy \{\n/, code: 0 },
    { words: 'svc echo --mode ipvs --node my-cluster-worker2', stdout: /^IP Virtual Server/, code: 0 },
    { words: 'svc/echo --mode ebpf', stderr: /--mode is iptables, nftables, ipvs, not "ebpf"/, code: 1 },
    { words: 'svc/nobody', stderr: /services "nobody" not found/, code: 1 },
    { words: 'pod/echo', stderr: /rules takes one Service: svc\/NAME/, code: 1 },
  ])('rules $words', async ({ words, stdout = /^$/, stderr = /^$/, code }) => {
    const result = await cli.run(`kubesim rules ${words}`)
    expect(result).toEqual({ stdout: expect.stringMatching(stdout), stderr: expect.stringMatching(stderr), code })
  })
})
