// Queries a second over UDP for ClusterIP names, beside a bare echo of the same packets by Node, in one run: as ratios.
import { spawn, spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/kubesim.js', import.meta.url))
const reporter = fileURLToPath(new URL('./report-usage.cjs', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'kubesim-dns-'))
const questions = 20_000
const atOnce = 64
const rounds = 7
const least = 0.5
const flat = 1.5

const count = (length, make) => Array.from({ length }, (_, index) => make(index))
const address = (first, index) => `${first}.${index >> 8}.${index & 255}`

const service = index => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `svc-${index}`, namespace: 'default' },
  spec: {
    type: 'ClusterIP',
    clusterIP: address('10.97', index),
    clusterIPs: [address('10.97', index)],
    ports: [{ port: 80, protocol: 'TCP' }],
  },
})

const slice = (name, namespace, addresses, ports) => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: `${name}-1`, namespace, labels: { 'kubernetes.io/service-name': name } },
  addressType: 'IPv4',
  endpoints: addresses.map(ip => ({ addresses: [ip], conditions: { ready: true } })),
  ports,
})

const kubeDns = {
  ...service(0),
  metadata: { name: 'kube-dns', namespace: 'kube-system' },
  spec: { clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10'], ports: [{ name: 'dns', port: 53, protocol: 'UDP' }] },
}

const cluster = services => [
  kubeDns,
  slice('kube-dns', 'kube-system', ['10.244.0.2'], [{ name: 'dns', port: 53, protocol: 'UDP' }]),
  ...count(services, service),
  ...count(services, index =>
    slice(
      `svc-${index}`,
      'default',
      count(10, at => address('10.244', (index * 10 + at) % 65_536)),
      [{ port: 80, protocol: 'TCP' }],
    ),
  ),
]

const load = services => {
  const home = join(root, `home-${services}`)
  const file = join(root, `${services}.json`)
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: cluster(services) }))
  const env = { ...process.env, KUBESIM_HOME: home }
  const { status, stderr } = spawnSync(process.execPath, [program, 'cluster', 'load', file, '--name=bench'], {
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return env
}

/** Starts a server that prints its port, and gives it with what it has used and the call that ends it. */
const start = async (args, env) => {
  const child = spawn(process.execPath, ['--require', reporter, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [line] = await once(child.stdout, 'data')
  const used = async () => {
    child.send('usage')
    const [usage] = await once(child, 'message')
    return usage
  }
  return { port: Number(/:?(\d+)(?: \(|\s*$)/.exec(String(line))?.[1]), used, stop: () => child.kill('SIGINT') }
}

const echo = `const s=require('dgram').createSocket({type:'udp4',recvBufferSize:4194304});s.on('message',(m,r)=>s.send(m,r.port,r.address));s.bind(0,'127.0.0.1',()=>console.log(s.address().port))`

const query = (id, name) => {
  const labels = name.split('.').map(label => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]))
  const head = Buffer.from([id >> 8, id & 255, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([head, ...labels, Buffer.from([0, 0, 1, 0, 1])])
}

/**
 * Asks a server everything, so many at once: questions a second, the middle and the slow answers in milliseconds, the
 * server's processor time for one in microseconds.
 */
const ask = async ({ port, used }, services) => {
  const before = await used()
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 * 1024 })
  const packets = count(1024, id => query(id, `svc-${(id * 7) % services}.default.svc.cluster.local`))
  const sent = new Map()
  const times = []
  const began = performance.now()
  let next = 0
  const send = () => {
    const id = next++ % 1024
    sent.set(id, performance.now())
    socket.send(packets[id], port, '127.0.0.1')
  }
  await new Promise(done => {
    socket.on('message', message => {
      times.push(performance.now() - (sent.get((message[0] << 8) | message[1]) ?? 0))
      if (next < questions) send()
      if (times.length === questions) done()
    })
    for (let index = 0; index < atOnce; index++) send()
  })
  const seconds = (performance.now() - began) / 1000
  socket.close()
  const cost = ((await used()).processor - before.processor) / questions
  return { rate: questions / seconds, middle: at(times, 0.5), slow: at(times, 0.99), cost }
}

const at = (numbers, share) => numbers.toSorted((left, right) => left - right)[Math.floor((numbers.length - 1) * share)]

/** The middle of the ratios of neighbouring runs: what slows the machine down slows both. */
const measured = async (server, bare, services) => {
  const ratios = []
  await ask(server, services)
  for (let round = 0; round < rounds; round++) {
    const [ours, echoed] = [await ask(server, services), await ask(bare, services)]
    ratios.push(Object.fromEntries(Object.keys(ours).map(key => [key, ours[key] / echoed[key]])))
  }
  const middle = key =>
    at(
      ratios.map(ratio => ratio[key]),
      0.5,
    )
  const [own, echoes] = [await server.used(), await bare.used()]
  return {
    ...{ rate: middle('rate'), middle: middle('middle'), slow: middle('slow'), cost: middle('cost') },
    memory: own.memory / echoes.memory,
  }
}

const times = number => `${number.toFixed(2)} times`

try {
  const costs = []
  for (const services of [100, 1000, 10_000]) {
    const server = await start([program, 'dns', 'serve', '--port=0'], load(services))
    const bare = await start(['-e', echo], process.env)
    const { rate, middle, slow, cost, memory } = await measured(server, bare, services)
    server.stop()
    bare.stop()
    costs.push(cost)
    const passed = services !== 1000 || rate >= least
    if (!passed) process.exitCode = 1
    console.log(
      `${passed ? 'ok   ' : 'UNDER'} ${services} Services: ${rate.toFixed(2)} of the rate of a bare echo` +
        `${services === 1000 ? ` (at least ${least})` : ''}; of the echo: p50 ${times(middle)}, p99 ${times(slow)},` +
        ` processor ${times(cost)}, memory ${times(memory)}`,
    )
  }
  const growth = costs[2] / costs[0]
  if (growth > flat) process.exitCode = 1
  console.log(
    `${growth > flat ? 'OVER ' : 'ok   '} 10,000 Services cost ${times(growth)} what 100 do (at most ${flat})`,
  )
} finally {
  rmSync(root, { recursive: true, force: true })
}
