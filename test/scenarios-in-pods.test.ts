import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCli, type Cli, type CliResult } from './support/run-cli.ts'

// The stories of the study notes that the examples are made of, told from inside of pods.
let cli: Cli
beforeEach(() => {
  cli = aCli({ env: { KUBESIM_PROFILE: 'default' } })
})
afterEach(() => cli.remove())

const example = (path: string): string => readFileSync(`manifests/examples/${path}.yaml`, 'utf8')
const apply = (path: string): Promise<CliResult> => cli.run('apply -f -', { stdin: example(path) })
const sh = (target: string, line: string): Promise<CliResult> => cli.run(['exec', target, '--', 'sh', '-c', line])

describe('a pod finds another by the name of its Service', () => {
  const sleep = (name: string): Promise<CliResult> => cli.run(`create deployment ${name} --image=kiamol/ch03-sleep`)

  test('ping and lookup fail before there is one, and the lookup works after', async () => {
    await sleep('sleep-1')
    await sleep('sleep-2')
    const before = await cli.run('exec deploy/sleep-1 -- ping -c 1 sleep-2')
    expect(before).toEqual({
      stdout: '',
      stderr: "ping: bad address 'sleep-2'\ncommand terminated with exit code 1\n",
      code: 1,
    })

    await cli.run('expose deployment sleep-2 --port=80 --cluster-ip=10.96.7.7')

    expect((await sh('deploy/sleep-1', 'nslookup sleep-2 | grep -A1 ^Name:')).stdout).toBe(
      'Name:\tsleep-2.default.svc.cluster.local\nAddress: 10.96.7.7\n',
    )
    // A ClusterIP resolves, and does not answer ping.
    expect(await cli.run('exec deploy/sleep-1 -- ping -c 1 sleep-2')).toMatchObject({
      stdout:
        'PING sleep-2 (10.96.7.7): 56 data bytes\n\n--- sleep-2 ping statistics ---\n' +
        '1 packets transmitted, 0 packets received, 100% packet loss\n',
      code: 1,
    })
  })

  test('by its address a pod answers, and its successor has another one', async () => {
    await sleep('sleep-1')
    await sleep('sleep-2')
    const address = async (): Promise<string> =>
      (await cli.run('get pod -l app=sleep-2 -o jsonpath={.items[0].status.podIP}')).stdout
    const first = await address()
    expect((await cli.run(`exec deploy/sleep-1 -- ping -c 1 ${first}`)).code).toBe(0)

    await cli.run('delete pod -l app=sleep-2')

    expect(await address()).not.toBe(first)
    expect((await cli.run(`exec deploy/sleep-1 -- ping -c 1 -W 1 ${first}`)).code).toBe(1)
    expect((await cli.run(`exec deploy/sleep-1 -- ping -c 1 ${await address()}`)).code).toBe(0)
  })
})

test('the numbers app loses its API with the Service, and regains it', async () => {
  for (const path of ['5-numbers/api', '5-numbers/web', '5-numbers/web-service']) await apply(path)
  await cli.run('run client --image=curlimages/curl -- sleep 9999')
  const ask = async (): Promise<string> =>
    (await cli.run('exec client -- curl -s -X POST http://numbers-web:8080/')).stdout
  const withoutService = await ask()

  await apply('5-numbers/api-service')
  const withService = await ask()
  await cli.run('delete service numbers-api')

  expect(withoutService).toContain('RNG service unavailable')
  expect(withService).not.toContain('RNG service unavailable')
  expect(await ask()).toContain('RNG service unavailable')
})

test('requests through a Service are spread over its pods', async () => {
  await apply('4-hostname/deployment')
  await apply('4-hostname/clusterip')
  await cli.run('run debug --image=busybox --restart=Never -- sleep 9999')
  const { stdout: pods } = await cli.run('get pods -l app=webserver -o name')

  const { stdout } = await sh(
    'debug',
    'for i in $(seq 1 30); do wget -qO- hostname-svc-clusterip:8080 | grep Hello; done',
  )

  expect(stdout.match(/Hello/g)).toHaveLength(30)
  expect(new Set(stdout.match(/hostname-deployment-[\w-]+/g)).size).toBe(pods.trim().split('\n').length)
})

test('a pod with a host name is found through a headless Service, and every pod by its address', async () => {
  await cli.create(`
{apiVersion: v1, kind: Service, metadata: {name: headless1, namespace: default}, spec: {clusterIP: None, selector: {svc: headless}, ports: [{port: 80}]}}
---
apiVersion: v1
kind: Pod
metadata: {name: pod5, namespace: default, labels: {svc: headless}}
spec: {hostname: pod-a, subdomain: headless1, containers: [{name: c, image: kubetm/app}]}
---
apiVersion: v1
kind: Pod
metadata: {name: client, namespace: default}
spec: {containers: [{name: c, image: nicolaka/netshoot, command: [sleep, '9999']}]}
`)
  const { stdout: address } = await cli.run('get pod pod5 -o jsonpath={.status.podIP}')
  const dashed = address.replaceAll('.', '-')

  expect((await cli.run('exec client -- dig +short +search pod-a.headless1')).stdout).toBe(`${address}\n`)
  expect((await cli.run(`exec client -- dig +short ${dashed}.default.pod.cluster.local`)).stdout).toBe(`${address}\n`)
  expect((await cli.run('exec client -- curl -s pod-a.headless1:8080/hostname')).stdout).toBe('Hostname : pod-a')
  expect((await cli.run('exec pod5 -- hostname -f')).stdout).toBe('pod-a.headless1.default.svc.cluster.local\n')
})

test('names of the company and of the Internet are answered beyond the cluster', async () => {
  await apply('1-services/externalname')
  await cli.run('run client --image=nicolaka/netshoot -- sleep 9999')

  expect((await cli.run('exec client -- dig +short +search jm-api')).stdout).toMatch(
    /^raw\.githubusercontent\.com\.\n[\d.\n]+$/,
  )
  expect(
    (await cli.run('exec client -- curl -s -o /dev/null -w %{http_code} https://raw.githubusercontent.com')).stdout,
  ).toBe('200')
})
