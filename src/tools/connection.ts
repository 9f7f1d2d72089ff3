import type { ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import type { PodTalk } from '../api/kubelet.ts'
import type { Route, Target } from '../network/packet.ts'

/** A connection as a program has it, made or not. */
export interface Connection {
  /** Every decision on the way, and how it ended. */
  readonly route: Route
  /** How long it took to be made, or to be refused: milliseconds of simulated time. */
  readonly milliseconds: number
  /** The routers between, as far as the cluster's nodes are ones. */
  readonly hops: readonly string[]
  /** The names of the server's certificate; unset where it speaks no TLS. */
  readonly certificate?: { readonly names: readonly string[]; readonly trusted: boolean } | undefined
  /** Sends one HTTP request; undefined if the server closes without an answer. */
  request(request: ContainerRequest & { readonly encrypted: boolean }): Promise<ContainerResponse | undefined>
  /** Brings bytes that were not taken yet to who speaks no HTTP, behind those that were taken `before`. */
  talk(heard: { readonly before: string; readonly bytes: string }): Promise<PodTalk>
}

export type Connect = (target: Target) => Promise<Connection>
