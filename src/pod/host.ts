import type { Container, Pod } from '../api/generated/types.ts'
import type { Kubelet, PodDisks } from '../api/kubelet.ts'
import type { ClusterSettings } from '../api/resource.ts'
import type { ClusterView } from '../api/view.ts'
import type { Pin } from '../network/packet.ts'
import type { Random } from '../util/random.ts'
import type { Interrupt } from './shell/interrupt.ts'

/** The cluster as it is now. */
export interface HostView {
  readonly cluster: ClusterView
  readonly settings: ClusterSettings
  readonly now: number
  readonly random: Random
}

/** The cluster around a container: what whoever runs programs in it has to bring. */
export interface Host {
  /** Brings requests to pods; without it they answer, but nothing of it stays. */
  readonly kubelet?: Kubelet | undefined
  readonly disks: PodDisks
  look(): Promise<HostView>
  /** Lets the cluster's time go by, in milliseconds, as long as nobody interrupts. */
  sleep(milliseconds: number, interrupt: Interrupt): Promise<void>
  /** Ends a container, whose own program was told to stop; unset where nobody can. */
  stop?(pod: Pod, container: Container, exitCode: number): Promise<void>
  keepPins(pins: readonly Pin[]): Promise<void>
}
