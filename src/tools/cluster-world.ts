import type { Kubelet, PodLogs } from '../api/kubelet.ts'
import type { ClusterView } from '../api/view.ts'
import type { Transport } from '../dns/message.ts'
import { createPodLog } from '../dns/pod-log.ts'
import type { Libc } from '../dns/resolver/search-list.ts'
import { createTransport } from '../dns/transport.ts'
import type { World } from '../dns/world.ts'
import { createNetwork } from '../network/network.ts'
import type { Pin } from '../network/packet.ts'
import type { Random } from '../util/random.ts'
import { overBrokenWays } from './broken-way.ts'
import { createConnector } from './connector.ts'
import { loggedTransport } from './logged-transport.ts'
import { outsideOf } from './outside.ts'
import { pastPolicies } from './past-policies.ts'
import { placeOf } from './place.ts'
import type { Output, RealDns, ToolFiles, ToolWorld } from './tool.ts'

export interface ClusterWorldOptions {
  readonly cluster: ClusterView
  readonly clusterDomain: string
  /** The cluster's time, in milliseconds; the program's own clock goes on from there. */
  readonly now: number
  readonly random: Random
  readonly namespace: string
  /** `pod/NAME`, `node/NAME`, `laptop`; empty is some pod of the namespace. */
  readonly from: string
  readonly libc: Libc
  readonly out: Output
  readonly err: Output
  readonly files: ToolFiles
  /** Brings requests to pods, and keeps their logs; without it they answer, but nothing of it stays. */
  readonly kubelet?: (Kubelet & Partial<PodLogs>) | undefined
  /** Stands in for the simulated Internet. */
  readonly realDns?: RealDns | undefined
  /** Whom session affinity has sent where. */
  readonly pins?: readonly Pin[] | undefined
  keepPins?(pins: readonly Pin[]): Promise<void>
}

/** The world of a program that runs at a place in a simulated cluster. Throws PlaceError if there is no such place. */
export const clusterWorld = (options: ClusterWorldOptions): ToolWorld => {
  const { cluster, random, libc, out, err, files, kubelet, pins } = options
  let time = options.now
  const clock = { now: () => time }
  const revision = (): number => 0
  const outside = outsideOf(cluster)
  const network = createNetwork({ view: cluster, revision, clock, random, pins, outside: outside.at })
  const { sender, ...place } = placeOf({ ...options, network })
  const connect = createConnector({
    network,
    sender,
    clock,
    outside,
    kubelet,
    pinned: async () => options.keepPins?.(network.pins()),
  })
  return {
    ...place,
    connect: overBrokenWays(connect, { view: cluster, random }),
    files,
    transport: pastPolicies(transportOf(options, { clock, revision }), {
      view: cluster,
      network,
      sender,
    }),
    clock,
    random,
    libc,
    out,
    err,
    wait(milliseconds) {
      time += milliseconds
    },
  }
}

const transportOf = (
  { cluster: view, random, kubelet, realDns }: ClusterWorldOptions,
  time: Pick<World, 'clock' | 'revision'>,
): Transport => {
  const log = createPodLog({ view, clock: time.clock })
  const transport = createTransport({ view, random, realDns, ...time, log: log.add })
  const { note } = kubelet ?? {}
  return note ? loggedTransport(transport, log, { note }) : transport
}
