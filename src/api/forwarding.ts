import type { Pod } from './generated/types.ts'
import type { KubeObject } from './meta.ts'

export interface ForwardablePort {
  readonly name?: string | undefined
  readonly port: number
  readonly protocol: string
}

/** How a kind's ports lead into pods: what `port-forward` needs to know. */
export interface Forwarding<T extends KubeObject> {
  ports(object: T): readonly ForwardablePort[]
  /** The port of a pod that a port of the object leads to. Throws an Error in kubectl's words. */
  toPod(object: T, port: number, pod: Pod): number
}
