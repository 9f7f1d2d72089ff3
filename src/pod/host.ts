import type { NodeAgent } from '../api/kubelet.ts'
import type { ClusterSettings } from '../api/resource.ts'
import type { ClusterView } from '../api/view.ts'
import type { Pin } from '../network/packet.ts'
import type { Random } from '../util/random.ts'

/** The cluster as it is now. */
export interface HostView {
  readonly cluster: ClusterView
  readonly settings: ClusterSettings
  readonly now: number
  readonly random: Random
}

/** The cluster around a container: what whoever runs programs in it has to bring. */
export interface Host {
  readonly kubelet: NodeAgent
  look(): Promise<HostView>
  /** Lets the cluster's time go by, in milliseconds. */
  sleep(milliseconds: number): Promise<void>
  keepPins(pins: readonly Pin[]): Promise<void>
}
