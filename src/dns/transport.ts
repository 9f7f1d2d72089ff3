import { faultsOfKind, pathFault } from '../api/faults.ts'
import type { ConfigMap, Service } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import type { Random } from '../util/random.ts'
import { defaultCorefile } from './default-corefile.ts'
import { dnsPlace } from './dns-place.ts'
import type { Exchange, Query, Transport } from './message.ts'
import { createNameServer, type NameServer } from './server.ts'
import { reloadLog } from './start-log.ts'
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
  const { view, random, roundTrip = 1 } = options
  const tiers = createTiers(options)
  const servers = new Map<string, ConfiguredServer>()

  const transport: Transport = async (query, server) => {
    if ((query.hops ?? 0) > mostHops) return { outcome: 'timeout' }
    if (server.port === 53 && server.address === internalServer) return tiers.internal(query)
    if (server.port === 53 && server.address === externalServer) return tiers.external(query)
    const pods = dnsPlace(view, { ...server, transport: query.transport })?.pods ?? []
    // kube-proxy would refuse where no endpoint is ready; a question to CoreDNS scaled to zero is to time out here.
    const pod = pods[random.below(pods.length)]
    const { latency, isLost } = brokenWay(view, random)
    if (!pod || isLost) return { outcome: 'timeout' }
    const own = servers.get(pod.address) ?? startServer(pod.address, options, from(pod.address, transport))
    servers.set(pod.address, own)
    const nameServer = own.current()
    if (!nameServer.ports().includes(pod.port)) return { outcome: 'refused' }
    const result = await nameServer.exchange(query, pod.port)
    return result.outcome === 'reply' ? { ...result, milliseconds: roundTrip + latency + result.milliseconds } : result
  }
  return transport
}

/** What somebody broke about the cluster's DNS: all questions are lost, or some, or they take longer. */
const brokenWay = (view: ClusterView, random: Random): { readonly latency: number; readonly isLost: boolean } => {
  const service = view.get<Service>('Service', 'kube-system', 'kube-dns')
  const { latency, loss } = pathFault([service])
  const isSilent = faultsOfKind(service, 'silent').length > 0
  return { latency, isLost: isSilent || (loss > 0 && random.below(1000) < loss * 1000) }
}

// A server that forwards to itself would ask for ever.
const mostHops = 5

/** What a pod sends on comes from its own address. */
const from =
  (address: string, transport: Transport): Transport =>
  (query, server) =>
    transport({ ...query, hops: (query.hops ?? 0) + 1, source: { address, port: query.source.port } }, server)

interface ConfiguredServer {
  /** The server with the configuration of now; a broken one leaves it as it was. */
  current(): NameServer
}

const startServer = (
  podAddress: string,
  { view, revision, clock, random, log, upstreams = [internalServer] }: TransportOptions,
  exchange: Transport,
): ConfiguredServer => {
  const write = (line: string): void => log?.(line, podAddress)
  const configMap = (): ConfigMap | undefined => view.get('ConfigMap', 'kube-system', 'coredns')
  const world: World = {
    view,
    revision,
    clock,
    random,
    exchange,
    log: write,
    env: {
      upstreams,
      addresses: [podAddress],
      readFile: path => configMap()?.data?.[path.replace('/etc/coredns/', '')],
    },
  }
  const file = '/etc/coredns/Corefile'
  const server = createNameServer({ ...world, corefile: defaultCorefile, file })
  let seen: string | undefined
  return {
    current() {
      const corefile = configMap()?.data?.Corefile ?? defaultCorefile
      if (corefile !== seen) tryReload(server, corefile, seen === undefined, write)
      seen = corefile
      return server
    },
  }
}

const tryReload = (server: NameServer, corefile: string, isFirst: boolean, write: (line: string) => void): void => {
  const error = reloadError(server, corefile)
  if (!isFirst || error !== undefined) for (const line of reloadLog(corefile, error)) write(line)
}

const reloadError = (server: NameServer, corefile: string): string | undefined => {
  try {
    server.reload(corefile)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
