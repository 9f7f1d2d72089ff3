import type { ClusterView } from '../api/view.ts'
import type { Clock } from '../util/clock.ts'
import type { Random } from '../util/random.ts'
import type { Answer } from './answer.ts'
import type { Directive } from './corefile/directive.ts'
import type { KubernetesBackend } from './kubernetes/backend.ts'
import type { Query, ResourceRecord, Transport } from './message.ts'

export { argumentError, CorefileError } from './corefile/corefile-error.ts'
export { type Directive, lastWord } from './corefile/directive.ts'

/** What a name server needs of the world around it. */
export interface World {
  readonly view: ClusterView
  /** Changes whenever the view does: what is derived from the view is kept as long as it stays. */
  readonly revision?: (() => number) | undefined
  readonly clock: Clock
  readonly random: Random
  /** Asks another server. */
  readonly exchange: Transport
  readonly log: (line: string) => void
  readonly env: {
    /** The name servers of the server's own /etc/resolv.conf. */
    readonly upstreams: readonly string[]
    /** The server's own addresses; by them it finds the Service it is behind. */
    readonly addresses: readonly string[]
    /** Reads a file that the Corefile names; undefined if there is none. */
    readonly readFile?: ((path: string) => string | undefined) | undefined
  }
}

export type Handler = (query: Query) => Promise<Answer>
export type Middleware = (next: Handler) => Handler

/** Gives the records of a zone for a transfer, or undefined if the zone is not its own. */
export type Transferer = (zone: string) => readonly ResourceRecord[] | undefined

/** What the plugins of one server block know of each other, filled while they are set up. */
export interface Shared {
  kubernetes?: KubernetesBackend | undefined
  readonly transferers: Transferer[]
}

export interface PluginContext extends World {
  readonly zones: readonly string[]
  readonly port: number
  readonly shared: Shared
  /** Asks the server itself, from the head of its chain: how a plugin resolves the target of a CNAME. */
  readonly lookup: (query: Query, name: string, type: string) => Promise<Answer>
}

/**
 * A directive of the Corefile. `setup` reads the configuration, so that the handler meets no bad one, and gives the
 * function around `next`, or nothing for a directive that changes no answer. A plugin whose lines add up has `setupAll`.
 */
export type Plugin =
  | { readonly name: string; setup(directive: Directive, context: PluginContext): Middleware | undefined }
  | {
      readonly name: string
      setupAll(directives: readonly Directive[], context: PluginContext): Middleware | undefined
    }

export const definePlugin = (plugin: Plugin): Plugin => plugin
