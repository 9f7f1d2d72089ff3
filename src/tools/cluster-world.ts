import type { Kubelet } from '../api/kubelet.ts'
import type { ClusterView } from '../api/view.ts'
import type { Libc } from '../dns/resolver/search-list.ts'
import { createTransport } from '../dns/transport.ts'
import { createNetwork } from '../network/network.ts'
import type { Pin } from '../network/packet.ts'
import type { Random } from '../util/random.ts'
import { overBrokenWays } from './broken-way.ts'
import { createConnector } from './connector.ts'
import { outsideOf } from './outside.ts'
import { pastPolicies } from './past-policies.ts'
import { placeOf } from './place.ts'
import type { Output, ToolFiles, ToolWorld } from './tool.ts'

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
  /** Brings requests to pods; without it they answer, but nothing of it stays. */
  readonly kubelet?: Kubelet | undefined
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
    transport: pastPolicies(createTransport({ view: cluster, clock, random, revision }), {
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
