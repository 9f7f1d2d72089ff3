// Measures what a route decision costs with ever more Services, as a ratio to a look-up in a bare Map: a million of each in all.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const decisions = 250_000
/** Each covers every Service. */
const parts = 10
const sizes = [10, 100, 1000, 10_000]
/** The dearest size may cost so many times the cheapest. */
const limit = 3

const folder = mkdtempSync(join(tmpdir(), 'kubesim-routes-'))

const clusterIP = index => `10.96.${Math.floor(index / 250)}.${(index % 250) + 1}`

const service = index => ({
  kind: 'Service',
  metadata: { name: `svc-${index}`, namespace: `ns-${index % 50}` },
  spec: { clusterIP: clusterIP(index), ports: [{ port: 80, protocol: 'TCP' }] },
})

const slice = index => ({
  kind: 'EndpointSlice',
  metadata: {
    name: `svc-${index}-a`,
    namespace: `ns-${index % 50}`,
    labels: { 'kubernetes.io/service-name': `svc-${index}` },
  },
  addressType: 'IPv4',
  ports: [{ name: '', port: 80, protocol: 'TCP' }],
  endpoints: [1, 2, 3].map(node => ({ addresses: [`10.244.${node}.${(index % 250) + 2}`], nodeName: `node-${node}` })),
})

const node = {
  kind: 'Node',
  metadata: { name: 'node-1' },
  spec: { podCIDR: '10.244.1.0/24' },
  status: { addresses: [{ type: 'InternalIP', address: '172.18.0.3' }] },
}

const pod = number => ({
  kind: 'Pod',
  metadata: { name: `pod-${number}`, namespace: 'default', uid: `uid-${number}` },
  spec: { nodeName: 'node-1', containers: [{ name: 'main', image: 'example.com/echo' }] },
  status: { podIP: `10.244.${(number % 3) + 1}.${Math.floor(number / 3) + 2}` },
})

const viewOf = size => {
  const count = (length, make) => Array.from({ length }, (_, index) => make(index))
  const kinds = { Service: count(size, service), EndpointSlice: count(size, slice), Node: [node], Pod: count(750, pod) }
  return {
    get: () => undefined,
    list: (kind, namespace) =>
      (kinds[kind] ?? []).filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace),
  }
}

/** The fastest of several parts: what others on the machine take meanwhile is not the decision's. */
const nanoseconds = run => {
  const part = decisions / parts
  const costs = Array.from({ length: parts }, (_, number) => {
    const began = process.hrtime.bigint()
    run(number * part, (number + 1) * part)
    return Number(process.hrtime.bigint() - began) / part
  })
  return Math.min(...costs)
}

const measure = (size, { createNetwork, seededRandom }) => {
  const network = createNetwork({
    view: viewOf(size),
    revision: () => 0,
    clock: { now: () => 0 },
    random: seededRandom(1),
  })
  const sender = network.pod(pod(0))
  const targets = Array.from({ length: size }, (_, index) => ({ address: clusterIP(index), port: 80, protocol: 'TCP' }))
  const map = new Map(targets.map(({ address }) => [address, address]))
  const at = index => targets[(index * 7919) % size]
  let found = 0
  const decide = (from, to) => {
    for (let index = from; index < to; index++) {
      if (network.route({ from: sender, to: at(index) }).outcome.outcome === 'delivered') found++
    }
  }
  const lookUp = (from, to) => {
    for (let index = from; index < to; index++) if (map.get(at(index).address) !== undefined) found++
  }
  // The first round reads the objects and lets the compiler see the code.
  for (const target of targets) network.route({ from: sender, to: target })
  lookUp(0, decisions)
  const cost = { decision: nanoseconds(decide), lookUp: nanoseconds(lookUp) }
  if (found !== 3 * decisions) throw new Error(`${3 * decisions - found} decisions did not arrive`)
  return cost
}

try {
  const outfile = join(folder, 'network.mjs')
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const input = join(folder, 'input.mjs')
  const sources = ['src/network/network.ts', 'src/util/random.ts']
  writeFileSync(input, sources.map(path => `export * from ${JSON.stringify(join(root, path))}\n`).join(''))
  const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent' })
  await bundle.write({ file: outfile, format: 'esm', codeSplitting: false })
  const modules = await import(pathToFileURL(outfile).href)
  measure(10, modules)
  const costs = sizes.map(size => ({ size, ...measure(size, modules) }))
  const bare = Math.min(...costs.map(({ lookUp }) => lookUp))
  for (const { size, decision, lookUp } of costs) {
    console.log(
      `${size} Services: a decision costs ${(decision / bare).toFixed(0)} look-ups in a Map of 10` +
        ` (${(decision / lookUp).toFixed(0)} in one of its own size)`,
    )
  }
  const [least, most] = [Math.min, Math.max].map(pick => pick(...costs.map(({ decision }) => decision)))
  const ratio = most / least
  console.log(`${ratio <= limit ? 'ok  ' : 'OVER'} dearest by cheapest: ${ratio.toFixed(2)}, at most ${limit}`)
  process.exitCode = ratio <= limit ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
