import { faultsOfKind, pathFault } from '../api/faults.ts'
import type { Pod, Service } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { after } from '../util/later.ts'
import type { Random } from '../util/random.ts'
import { type ConfiguredServer, configuredServer } from './configured-server.ts'
import { type DnsPlace, dnsPlace } from './dns-place.ts'
import { keptWhile } from './kept.ts'
import type { Exchange, Query, Transport } from './message.ts'
import { createTiers, externalServer, internalServer } from './tiers.ts'
import type { World } from './world.ts'

export interface TransportOptions extends Pick<World, 'view' | 'revision' | 'clock' | 'random'> {
  /** A line of CoreDNS's log, and the address of the pod whose it is. */
  readonly log?: ((line: string, podAddress: string) => void) | undefined
  /** The name servers in the /etc/resolv.conf of CoreDNS's own pods: their node's. */
  readonly upstreams?: readonly string[] | undefined
  /** Stands in for the simulated Internet. */
  readonly realDns?: ((query: Query) => Promise<Exchange>) | undefined
  /** Simulated time between two pods, both ways, in milliseconds. */
  readonly roundTrip?: number | undefined
}

/**
 * What a client in the cluster meets at an address: CoreDNS behind its Service or in its pod, the company's server,
 * the Internet's, or silence. CoreDNS's configuration is ConfigMap kube-system/coredns as it is at each question.
 */
export const createTransport = (options: TransportOptions): Transport => {
  const { view, revision, random, roundTrip = 1 } = options
  const tiers = createTiers(options)
  const servers = new Map<string, ConfiguredServer>()
  const waysOf = keptWhile(revision, () => waysIn(view))

  const transport: Transport = (query, server) => {
    if ((query.hops ?? 0) > mostHops) return silence
    if (server.port === 53 && server.address === internalServer) return tiers.internal(query)
    if (server.port === 53 && server.address === externalServer) return tiers.external(query)
    const ways = waysOf()
    const pods = ways.podsAt(server.address, server.port, query.transport)
    // kube-proxy would refuse where no endpoint is ready; a question to CoreDNS scaled to zero is to time out here.
    const pod = pods[random.below(pods.length)]
    if (ways.isLost(random) || !pod) return silence
    const own = servers.get(pod.address) ?? startServer(pod.address, options, from(pod.address, transport))
    servers.set(pod.address, own)
    const nameServer = own.current()
    if (!nameServer.listensOn(pod.port)) return { outcome: 'refused' }
    return after(nameServer.exchange(query, pod.port), result =>
      result.outcome === 'reply' ? { ...result, milliseconds: roundTrip + ways.latency + result.milliseconds } : result,
    )
  }
  return transport
}

const silence = { outcome: 'timeout' } as const

/** The ways to the cluster's DNS, and what somebody broke about them: questions are lost, or take longer. */
interface Ways {
  readonly latency: number
  podsAt(address: string, port: number, transport: Query['transport']): DnsPlace['pods']
  isLost(random: Random): boolean
}

const waysIn = (view: ClusterView): Ways => {
  const service = view.get<Service>('Service', 'kube-system', 'kube-dns')
  const { latency, loss } = pathFault([service])
  const isSilent = faultsOfKind(service, 'silent').length > 0
  const known = new Map<string, DnsPlace['pods']>()
  return {
    latency,
    podsAt(address, port, transport) {
      const key = `${transport} ${port} ${address}`
      const pods = known.get(key) ?? dnsPlace(view, { address, port, transport })?.pods ?? []
      if (known.size < mostPlaces) known.set(key, pods)
      return pods
    },
    isLost: random => isSilent || (loss > 0 && random.below(1000) < loss * 1000),
  }
}

// Anybody may ask anywhere: what is remembered of it is bounded.
const mostPlaces = 1000

// A server that forwards to itself would ask for ever.
const mostHops = 5

/** What a pod sends on comes from its own address. */
const from =
  (address: string, transport: Transport): Transport =>
  (query, server) =>
    transport({ ...query, hops: (query.hops ?? 0) + 1, source: { address, port: query.source.port } }, server)

const startServer = (
  podAddress: string,
  { view, revision, clock, random, log, upstreams = [internalServer] }: TransportOptions,
  exchange: Transport,
): ConfiguredServer =>
  configuredServer({
    view,
    revision,
    clock,
    random,
    exchange,
    log: line => log?.(line, podAddress),
    env: { upstreams, addresses: [podAddress], hostname: () => podNameOf(view, podAddress) },
  })

const podNameOf = (view: ClusterView, address: string): string =>
  view.list<Pod>('Pod', 'kube-system').find(({ status }) => status?.podIP === address)?.metadata.name ?? 'localhost'
