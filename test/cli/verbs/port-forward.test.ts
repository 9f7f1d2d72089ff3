import { afterEach, describe, expect, test } from 'vitest'
import type { Listening } from '../../../src/cli/world/world.ts'
import { aCli, type Cli, type CliResult } from '../../support/run-cli.ts'

const manifest = `
apiVersion: v1
kind: Pod
metadata: {name: kuard, namespace: default, labels: {app: kuard}}
spec:
  containers:
  - name: kuard
    image: gcr.io/kuar-demo/kuard-amd64:blue
    ports: [{name: http, containerPort: 8080}, {name: dns, containerPort: 53, protocol: UDP}]
---
apiVersion: v1
kind: Service
metadata: {name: front, namespace: default}
spec:
  selector: {app: kuard}
  ports: [{name: web, port: 80, targetPort: http}, {name: odd, port: 81, targetPort: nope}]
---
apiVersion: v1
kind: Pod
metadata: {name: stuck, namespace: default}
spec: {nodeSelector: {no: where}, containers: [{name: c, image: nginx}]}
`

let cli: Cli
afterEach(() => cli.remove())

const aLab = async (): Promise<void> => {
  cli = aCli()
  await cli.create(manifest)
}

/** Runs port-forward with a listener of the test's own, lets it act, and ends it with an interrupt. */
const forwarding = async (
  words: string,
  act: (listeners: readonly Listening[]) => Promise<void> = async () => undefined,
): Promise<CliResult> => {
  const listeners: Listening[] = []
  let interrupt = (): void => undefined
  const interrupted = new Promise<void>(resolve => {
    interrupt = () => resolve()
  })
  const listen = async (listening: Listening) => {
    listeners.push(listening)
    return { port: listening.port || 40_000, close: () => undefined }
  }
  const wait = () => new Promise<void>(resolve => setTimeout(resolve, 5))
  const done = cli.run(`port-forward ${words}`, {
    world: { listen, wait, interrupted: () => interrupted },
  })
  while (listeners.length === 0 && (await Promise.race([done, wait()])) === undefined) await wait()
  await act(listeners)
  interrupt()
  return done
}

const get = { method: 'GET', path: '/ready', headers: {}, body: '' }

describe('port-forward says where it listens', () => {
  test.for([
    { words: 'pod/kuard 8080', lines: ['127.0.0.1:8080 -> 8080', '[::1]:8080 -> 8080'] },
    { words: 'kuard 9000:http', lines: ['127.0.0.1:9000 -> 8080', '[::1]:9000 -> 8080'] },
    {
      words: 'svc/front 8000:80 web',
      lines: ['127.0.0.1:8000 -> 8080', '[::1]:8000 -> 8080', '127.0.0.1:80 -> 8080', '[::1]:80 -> 8080'],
    },
    { words: 'pod/kuard :8080 --address 127.0.0.1', lines: ['127.0.0.1:40000 -> 8080'] },
  ])('$words', async ({ words, lines }) => {
    await aLab()
    const stdout = lines.map(line => `Forwarding from ${line}\n`).join('')
    expect(await forwarding(words)).toEqual({ stdout, stderr: '', code: 0 })
  })
})

describe('port-forward refuses', () => {
  test.for([
    { words: 'pod/kuard', stderr: 'error: TYPE/NAME and list of ports are required for port-forward\nSee ' },
    { words: 'svc/front 1:9999', stderr: 'error: Service front does not have a service port 9999\n' },
    { words: 'svc/front 1:nope', stderr: "error: Service 'front' does not have a named port 'nope'\n" },
    { words: 'svc/front 81', stderr: "error: Pod 'kuard' does not have a named port 'nope'\n" },
    { words: 'pod/kuard 1:53', stderr: 'error: UDP protocol is not supported for 53\n' },
    { words: 'pod/kuard 1:0', stderr: 'error: remote port must be > 0\n' },
    {
      words: 'pod/kuard 99999',
      stderr: 'error: error parsing local port \'99999\': strconv.ParseUint: parsing "99999": value out of range\n',
    },
    { words: 'pod/kuard 80 --address bad', stderr: 'error: bad is not a valid IP\n' },
    {
      words: 'pod/stuck 80',
      stderr: 'error: unable to forward port because pod is not running. Current status=Pending\n',
    },
    {
      words: 'cm/kube-root-ca.crt 80',
      stderr: 'error: cannot attach to *v1.ConfigMap: selector for *v1.ConfigMap not',
    },
  ])('$words', async ({ words, stderr }) => {
    await aLab()
    const result = await cli.run(`port-forward ${words}`)
    expect(result.stderr).toContain(stderr)
    expect(result.code).toBe(1)
  })
})

describe('a request through port-forward', () => {
  test('is answered by the container, and may change it', async () => {
    await aLab()
    const statuses: (number | undefined)[] = []
    const { stdout } = await forwarding('pod/kuard 8080', async ([listener]) => {
      expect(await listener?.onConnection('127.0.0.1:40000')).toBe('http')
      statuses.push((await listener?.onRequest(get))?.status)
      await listener?.onRequest({ ...get, method: 'PUT', path: '/ready/api', body: '{"failNext":-1}' })
      statuses.push((await listener?.onRequest(get))?.status)
      statuses.push((await listener?.onRequest({ ...get, headers: { upgrade: 'websocket' } }))?.status)
    })
    expect(statuses).toEqual([200, 500, 501])
    expect(stdout).toContain('Handling connection for 8080\n')
  })

  test('ends where nobody listens, as soon as somebody connects', async () => {
    await aLab()
    const result = await forwarding('pod/kuard 8081', async ([listener]) => {
      expect(await listener?.onConnection('127.0.0.1:40000')).toBe(undefined)
      await new Promise(resolve => setTimeout(resolve, 50))
    })
    expect(result.stderr).toMatch(/an error occurred forwarding 8081 -> 8081.*\n.*lost connection to pod\n$/)
  })

  test('is bytes where the container speaks no HTTP, a connection beside the other', async () => {
    await aLab()
    await cli.run('run redis --image=redis:7 --port=6379 --expose')
    const heard: unknown[] = []
    await forwarding('svc/redis :6379', async ([listener]) => {
      const [one, two] = [
        await listener?.onConnection('127.0.0.1:40000'),
        await listener?.onConnection('127.0.0.1:40001'),
      ]
      if (typeof one !== 'object' || typeof two !== 'object') throw new Error('redis speaks no HTTP')
      heard.push(one.greeting, await one.answer('PI'), await two.answer('INCR n\r\n'), await one.answer('NG\r\n'))
      heard.push(await one.answer('INCR n\r\nQUIT\r\n'))
    })
    expect(heard).toEqual([
      { bytes: '', closes: false },
      { bytes: '', closes: false },
      { bytes: ':1\r\n', closes: false },
      { bytes: '+PONG\r\n', closes: false },
      { bytes: ':2\r\n+OK\r\n', closes: true },
    ])
  })

  test('ends it where nobody listens', async () => {
    await aLab()
    const result = await forwarding('pod/kuard 8081', async ([listener]) => {
      expect(await listener?.onRequest(get)).toBe(undefined)
      await new Promise(resolve => setTimeout(resolve, 50))
    })
    expect(result.stderr).toMatch(/an error occurred forwarding 8081 -> 8081.*\n.*lost connection to pod\n$/)
    expect(result.code).toBe(1)
  })

  test('ends it when the pod goes away', async () => {
    await aLab()
    const result = await forwarding('pod/kuard 8080', async () => {
      await cli.run('delete pod kuard --grace-period=0 --force')
      await new Promise(resolve => setTimeout(resolve, 100))
    })
    expect(result).toMatchObject({ stderr: 'error: lost connection to pod\n', code: 1 })
  })
})
