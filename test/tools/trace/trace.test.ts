import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Exchange, Query } from '../../../src/dns/message.ts'
import { aCli, type CliResult } from '../../support/run-cli.ts'

const cli = aCli({ env: { KUBESIM_PROFILE: 'default' } })
afterAll(() => cli.remove())

const manifest = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: nginx, image: nginx, readinessProbe: { httpGet: { port: 80 }, periodSeconds: 1 } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { type: NodePort, selector: { app: web }, ports: [{ port: 8080, targetPort: 80, nodePort: 30080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: empty }
spec: { selector: { app: wbe }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: deaf }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 81 }] }
---
apiVersion: v1
kind: Service
metadata: { name: sticky }
spec: { sessionAffinity: ClientIP, selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: plain }
spec: { clusterIP: None, selector: { app: web }, ports: [{ port: 80 }] }
`

beforeAll(async () => {
  await cli.run('clock freeze')
  await cli.create(manifest)
  await cli.run('clock advance 5s')
})

const rows: readonly { readonly name: string; readonly words: string; readonly told: readonly RegExp[] }[] = [
  {
    name: 'the whole way through a Service',
    words: 'http://web:8080/',
    told: [
      /^search list {2}1\. web\.default\.svc\.cluster\.local\.$/m,
      /^DNS +web\.default\.svc\.cluster\.local\. A @10\.96\.0\.10 -> 10\.96\.[\d.]+ \(cluster\)$/m,
      /^address +10\.96\.[\d.]+ is the virtual IP of Service default\/web$/m,
      /^rule +kube-proxy on node my-cluster-worker: 10\.96\.[\d.]+:8080\/TCP is the virtual IP of default\/web$/m,
      /\* 10\.244\.[\d.]+:80 pod default\/web-\S+ on node \S+: chosen$/m,
      /- 10\.244\.[\d.]+:80 pod default\/web-\S+ on node \S+: could have been chosen$/m,
      /\(DNAT\)$/m,
      /^port +container nginx listens on 80$/m,
      /^answer +HTTP 200 OK, \d+ bytes/m,
      /\nIt works: pod default\/web-\S+ answers 200; it was chosen by chance among 3 endpoints\.\n$/,
    ],
  },
  {
    name: 'a name alone means the first port of its Service',
    words: 'web',
    told: [/^http:\/\/web:8080\/ from/, /It works/],
  },
  {
    name: 'every question of the search list',
    words: 'http://www.example.com/',
    told: [
      /www\.example\.com\.svc\.cluster\.local\. A @10\.96\.0\.10 -> NXDOMAIN \(cluster\)/,
      /www\.example\.com\. A @10\.96\.0\.10 -> 93\.184\.215\.14 \(external\)/,
      /It works: example\.com answers 200/,
    ],
  },
  {
    name: 'a name of the company',
    words: 'http://nas.company.internal/',
    told: [/nas\.company\.internal\. A @10\.96\.0\.10 -> 192\.168\.0\.10 \(internal\)/],
  },
  {
    name: 'a node port from the laptop, with its NAT',
    words: 'http://172.18.0.2:30080/ --from laptop',
    told: [
      /^rule +kube-proxy on node my-cluster-worker2: 172\.18\.0\.2:30080\/TCP is a node port of default\/web$/m,
      /^NAT +the source 192\.168\.0\.100 becomes/m,
    ],
  },
  {
    name: 'no endpoints',
    words: 'http://empty/',
    told: [
      /REJECT, as default\/empty has no endpoints/,
      /connection refused/,
      /It fails as its selector matches no pod: .*wbe/,
    ],
  },
  {
    name: 'a port where nobody listens',
    words: 'deaf',
    told: [/^arrival +pod\/default\/web/m, /connection refused: no container/, /It fails as its targetPort is 81/],
  },
  {
    name: 'a name that is not there',
    words: 'nobody',
    told: [/nobody does not resolve: NXDOMAIN/, /It fails as there is no Service nobody in namespace default/],
  },
  {
    name: 'a ClusterIP from the laptop',
    words: 'http://10.96.0.1:443/ --from laptop',
    told: [/times out/, /It fails as 10\.96\.0\.1 is known within the cluster only/],
  },
  { name: 'a headless name', words: 'plain', told: [/the name leads straight to 10\.244\./] },
]

describe('trace tells', () => {
  test.for(rows)('$name', async ({ words, told }) => {
    const { stdout, stderr, code } = await cli.run(`trace ${words}`)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    for (const line of told) expect(stdout).toMatch(line)
  })

  test('why an endpoint was passed over', async () => {
    const { stdout } = await cli.run('get pods -l app=web -o name')
    const [pod = ''] = stdout.split('\n')
    await cli.run(`fault probe ${pod}`)
    await cli.run('clock advance 5s')
    expect((await cli.run('trace web')).stdout).toMatch(
      new RegExp(`pod default/${pod.slice(4)} on node \\S+: not ready`),
    )
    await cli.run('fault clear')
  })
})

test('trace counts the tries of a question that nobody answers', async () => {
  await cli.run('fault dns')
  const { stdout } = await cli.run('trace web')
  await cli.run('fault clear')
  expect(stdout).toMatch(/^DNS +web\.default\.svc\.cluster\.local\. A @10\.96\.0\.10 -> no answer \(asked 2 times\)$/m)
  expect(stdout).toMatch(/\nIt fails as CoreDNS does not answer\.\n$/)
})

test.for(['trace http://only.real.test/', 'why only.real.test'])(
  '%s --real-dns asks the real Internet',
  async words => {
    const asked: string[] = []
    const world = {
      async realDns({ question }: Query): Promise<Exchange> {
        asked.push(`${question.name} ${question.type}`)
        return { outcome: 'timeout' }
      },
    }
    expect((await cli.run(words, { world })).code).toBe(0)
    expect(asked).toEqual([])
    expect((await cli.run(`${words} --real-dns`, { world })).code).toBe(0)
    expect(asked).toContain('only.real.test. A')
  },
)

describe('trace --repeat', () => {
  const shares = ({ stdout }: CliResult): number[] =>
    (JSON.parse(stdout) as { shares: { count: number }[] }).shares.map(({ count }) => count)

  test('spreads over the endpoints', async () => {
    const counts = shares(await cli.run('trace web --repeat 300 -o json'))
    expect(counts).toHaveLength(3)
    expect(counts.reduce((sum, count) => sum + count)).toBe(300)
    for (const count of counts) expect(count).toBeGreaterThan(60)
  })

  test('shows who is never chosen, as of session affinity', async () => {
    const counts = shares(await cli.run('trace sticky --repeat 50 -o json'))
    expect(counts.toSorted((left, right) => left - right)).toEqual([0, 0, 50])
  })

  test('draws bars', async () => {
    const { stdout } = await cli.run('trace web --repeat 90')
    expect(stdout).toMatch(
      /^http:\/\/web:8080\/, 90 connections\n(10\.244\S+ pod \S+ on node \S+ +█+ +\d+ +[\d.]+ %\n){3}$/,
    )
  })
})

test('trace -o json is for scripts', async () => {
  const { stdout } = await cli.run('trace http://web:8080/ -o json')
  expect(JSON.parse(stdout)).toMatchObject({
    url: 'http://web:8080/',
    dns: [{ name: 'web.default.svc.cluster.local.', type: 'A', tier: 'cluster', outcome: 'answer' }, { type: 'AAAA' }],
    port: 8080,
    steps: [{ step: 'rule', via: 'clusterIP' }, { step: 'choice' }, { step: 'arrival' }],
    outcome: 'delivered',
    status: 200,
  })
})

const onTerminal = async (command: string, columns: number): Promise<string> => {
  let shown = ''
  const write = (text: string): void => {
    shown += text
  }
  const out = { write, isTerminal: true, columns }
  const io = { in: { readAll: async () => '', isTerminal: true }, out, err: out }
  await cli.run(command, { world: { io } })
  return shown
}

test('a terminal gets a frame, other readers plain lines', async () => {
  expect(await onTerminal('trace web', 100)).toMatch(/┌─+┬─+┐/)
  expect(await onTerminal('why service/deaf', 100)).toMatch(/mend.*kubesim patch service deaf/)
})

describe.for([60, 80, 100, 140])('on a terminal of %d columns', columns => {
  test.for(['trace web', 'trace http://www.example.com', 'trace empty', 'trace web --repeat 20', 'why service/deaf'])(
    '%s fits',
    async command => {
      const shown = await onTerminal(`${command} --color=never`, columns)
      const lines = shown.split('\n').filter(line => !line.startsWith('mend'))
      expect(lines.length).toBeGreaterThan(2)
      const widest = Math.max(...lines.map(line => line.length))
      expect(widest).toBeLessThanOrEqual(command.includes('--repeat') ? 120 : columns)
      for (const line of lines.filter(line => /^[│┌├└]/.test(line))) expect(line).toHaveLength(Math.min(columns, 120))
    },
  )
})

test('colours show stages and the end, where they are wanted', async () => {
  const plain = await onTerminal('trace web --color=never', 80)
  const coloured = await onTerminal('trace web', 80)
  const introducer = '\u{1b}'
  expect(plain).not.toContain(introducer)
  expect(coloured).toContain(`${introducer}[36mDNS${introducer}[39m`)
  expect(coloured).toMatch(new RegExp(`${introducer}\\[32mIt works${introducer}`))
})
