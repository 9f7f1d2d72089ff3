import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aHome } from '../../support/kubesim.ts'

const home = aHome()
afterAll(home.remove)

const run = async (line: string): Promise<string> => {
  const { stdout, stderr } = await home.run(line.split(' '))
  return stdout + stderr
}

const readinessProbe = { httpGet: { path: '/ready', port: 8080 }, periodSeconds: 2, failureThreshold: 3 }
const patch = JSON.stringify({
  spec: { template: { spec: { containers: [{ name: 'kuard-amd64', readinessProbe }] } } },
})

/** What a process has printed by now, and a wait for a line of it. */
const started = (line: string) => {
  const { child, ended } = home.start(line.split(' '))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => (text += data))
  return {
    ended,
    text: () => text,
    stop: () => child.kill('SIGINT'),
    async seen(pattern: RegExp): Promise<RegExpMatchArray> {
      for (let tries = 0; tries < 400; tries++) {
        const found = pattern.exec(text)
        if (found) return found
        await sleep(50)
      }
      throw new Error(`${line} did not print ${pattern}, but:\n${text}`)
    },
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const ask = (port: number, path: string, { method = 'GET', body = '', headers = {}, connection = agent } = {}) =>
  new Promise<{ readonly status: number | undefined; readonly body: string }>((done, failed) => {
    const asked = request({ port, path, method, headers, agent: connection, host: '127.0.0.1' }, response => {
      let text = ''
      response.on('data', data => (text += data)).on('end', () => done({ status: response.statusCode, body: text }))
    })
    asked.on('error', failed).end(body)
  })

describe('kuard behind a forwarded port', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await run('create deployment alpaca-prod --image=gcr.io/kuar-demo/kuard-amd64:blue --port=8080')
    await home.run(['patch', 'deployment', 'alpaca-prod', '-p', patch])
    await run('expose deployment alpaca-prod')
    await run('rollout status deployment alpaca-prod')
  }, 60_000)

  test('its switch takes the pod out of the endpoints that somebody watches, and back', async () => {
    const address = await run('get pods -o jsonpath={.items[0].status.podIP}')
    const forward = started('port-forward deployment/alpaca-prod :8080 --address 127.0.0.1')
    const watch = started('get endpoints alpaca-prod --watch --no-headers')
    const [, port] = await forward.seen(/Forwarding from 127\.0\.0\.1:(\d+) -> 8080\n/)
    await watch.seen(new RegExp(`alpaca-prod +${address}:8080 `))

    const pressed = await ask(Number(port), '/ready/api', { method: 'PUT', body: '{"failNext":-1}' })
    expect([pressed.status, JSON.parse(pressed.body).failNext]).toEqual([200, -1])
    expect((await ask(Number(port), '/ready')).status).toBe(500)
    await watch.seen(/:8080 .*\nalpaca-prod +\d+s\n/)
    expect((await home.run(['curl', '-s', 'http://alpaca-prod:8080/'])).code).toBe(7)
    await ask(Number(port), '/ready/api', { method: 'PUT', body: '{"failNext":0}' })
    await watch.seen(new RegExp(`alpaca-prod +\\d+s\\nalpaca-prod +${address}:8080 `))

    for (const one of [forward, watch]) one.stop()
    await Promise.all([forward.ended, watch.ended])
    // All came through one connection, which was kept.
    expect(forward.text().match(/Handling connection/g)).toHaveLength(1)
  })

  test('many ports, and connections side by side', async () => {
    const forward = started('port-forward service/alpaca-prod :8080 :8080 --address 127.0.0.1,::1')
    await forward.seen(/(Forwarding from .*\n){4}/)
    const ports = [...forward.text().matchAll(/127\.0\.0\.1:(\d+) -> 8080/g)].map(([, port]) => Number(port))
    const answers = await Promise.all(
      [...ports, ...ports, ...ports].map(port => ask(port, '/healthy', { connection: new Agent() })),
    )
    forward.stop()
    const { code } = await forward.ended

    expect(new Set(ports).size).toBe(2)
    expect(answers.map(({ body }) => body)).toEqual(Array(6).fill('ok'))
    expect(forward.text().match(/Handling connection/g)).toHaveLength(6)
    expect(code).toBe(0)
  })

  test('a WebSocket is refused in words, and the connection goes on', async () => {
    const forward = started('port-forward service/alpaca-prod :8080 --address 127.0.0.1')
    const [, port] = await forward.seen(/127\.0\.0\.1:(\d+) -> 8080/)
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-key': 'x',
      'sec-websocket-version': '13',
    }
    const refused = await ask(Number(port), '/', { headers, connection: new Agent() })
    const { status } = await ask(Number(port), '/healthy', { connection: new Agent() })
    forward.stop()
    await forward.ended

    expect(refused).toMatchObject({ status: 501, body: expect.stringContaining('does not carry WebSockets') })
    expect(status).toBe(200)
  })

  test('it ends when the pod is replaced, and the next one reaches the new pod', async () => {
    const before = await run('get pods -o jsonpath={.items[0].metadata.name}')
    const forward = started('port-forward deployment/alpaca-prod :8080 --address 127.0.0.1')
    await forward.seen(/Forwarding from/)
    await run(`delete pod ${before}`)
    const { stderr, code } = await forward.ended
    expect({ stderr, code }).toEqual({ stderr: 'error: lost connection to pod\n', code: 1 })

    const again = started('port-forward deployment/alpaca-prod :8080 --address 127.0.0.1')
    const [, port] = await again.seen(/127\.0\.0\.1:(\d+) -> 8080/)
    const { body } = await ask(Number(port), '/env/api', { connection: new Agent() })
    again.stop()
    await again.ended
    expect(body).toContain('"HOSTNAME":"alpaca-prod-')
    expect(body).not.toContain(before)
  })
})
