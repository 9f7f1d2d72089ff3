import type { Pod } from '../../src/api/generated/types.ts'
import { createNetwork } from '../../src/network/network.ts'
import type { Outcome, Pin, Protocol, Route, Sender } from '../../src/network/packet.ts'
import { seededRandom } from '../../src/util/random.ts'
import { aCluster, type TestCluster } from './cluster.ts'

/** `laptop`, `node/NAME`, `pod/NAME`, `pod/NAMESPACE/NAME`. */
export type From = string
/** `10.96.1.1:80`, `10.96.1.1:53/UDP`; without a port it is a ping. */
export type To = string

export interface NetworkLab extends TestCluster {
  route(from: From, to: To): Route
  /** `pod-name` that got it, or `refused`, `timeout`, `noRoute`, or the host that got it. */
  reach(from: From, to: To): string
  /** Whom the receiver sees; throws if nobody received. */
  source(from: From, to: To): string
  /** Everybody who gets some of so many tries, sorted. */
  spread(from: From, to: To, tries?: number): string
  clusterIP(service: string): string
  podIP(pod: string): string
  /** Creates a pod that listens on ports, and waits for it. */
  pod(name: string, changes?: PodChanges): void
  service(name: string, spec: object, metadata?: object): void
}

export interface PodChanges {
  readonly labels?: Readonly<Record<string, string>>
  readonly node?: string
  readonly namespace?: string
  readonly ports?: readonly object[]
  readonly spec?: object
  readonly container?: object
  /** Whoever is named here keeps the pod terminating. */
  readonly finalizers?: readonly string[]
}

export const nodes = {
  master: 'my-cluster-control-plane',
  one: 'my-cluster-worker',
  two: 'my-cluster-worker2',
  three: 'my-cluster-worker3',
} as const

export const addresses = { master: '172.18.0.5', one: '172.18.0.3', two: '172.18.0.2', three: '172.18.0.4' } as const

/** A cluster in memory with its network; what session affinity remembers is kept from one route to the next. */
export const aNetworkLab = (): NetworkLab => {
  const cluster = aCluster()
  const random = seededRandom(7)
  let pins: readonly Pin[] = []
  const open = () => {
    const outside = (address: string) =>
      address === '93.184.215.14' ? { name: 'example.com', ports: [80] } : undefined
    return createNetwork({ view: cluster, revision: () => 0, clock: { now: () => cluster.now }, random, pins, outside })
  }
  const route = (from: From, to: To): Route => {
    const network = open()
    const made = network.route({ from: senderOf(network, cluster, from), to: targetOf(to) })
    pins = network.pins()
    return made
  }
  const lab: NetworkLab = {
    ...cluster,
    get now() {
      return cluster.now
    },
    get bytes() {
      return cluster.bytes
    },
    route,
    reach: (from, to) => nameOf(route(from, to).outcome),
    source: (from, to) => {
      const { outcome } = route(from, to)
      if (outcome.outcome !== 'delivered') throw new Error(`${outcome.outcome}: ${outcome.reason}`)
      return outcome.sourceAddress
    },
    spread: (from, to, tries = 40) =>
      [...new Set(Array.from({ length: tries }, () => lab.reach(from, to)))].toSorted().join(' '),
    clusterIP: name => cluster.find<{ spec: { clusterIP: string } } & Pod>('Service', name).spec.clusterIP,
    podIP: name => cluster.find<Pod>('Pod', name).status?.podIP ?? '',
    pod(name, changes = {}) {
      cluster.create(podOf(name, changes))
      cluster.pass(1000)
    },
    service(name, spec, metadata = {}) {
      cluster.create({ apiVersion: 'v1', kind: 'Service', metadata: { name, ...metadata }, spec })
      cluster.pass(1000)
    },
  }
  return lab
}

const podOf = (
  name: string,
  { labels = {}, node, namespace, ports, spec, container, finalizers }: PodChanges,
): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels, finalizers },
  spec: {
    nodeName: node,
    containers: [{ name: 'main', image: 'example.com/echo', ports: ports ?? [{ containerPort: 80 }], ...container }],
    ...spec,
  },
})

const senderOf = (network: ReturnType<typeof createNetwork>, cluster: TestCluster, from: From): Sender => {
  const [kind = '', second = '', third] = from.split('/')
  if (kind === 'laptop') return network.laptop()
  const sender =
    kind === 'node' ? network.node(second) : network.pod(cluster.find('Pod', third ?? second, third && second))
  if (!sender) throw new Error(`nobody is ${from}`)
  return sender
}

const targetOf = (to: To) => {
  const [, address = to, port, protocol] = /^(.*):(\d+)(?:\/(\w+))?$/.exec(to) ?? []
  return port === undefined
    ? { address, port: 0, protocol: 'ICMP' as const }
    : { address, port: Number(port), protocol: (protocol ?? 'TCP') as Protocol }
}

const nameOf = (outcome: Outcome): string => {
  if (outcome.outcome !== 'delivered') return outcome.outcome
  return outcome.receiver.kind === 'pod' ? outcome.receiver.pod.metadata.name : outcome.receiver.name
}
