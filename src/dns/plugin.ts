import type { Later } from '../util/later.ts'
import type { Answer } from './answer.ts'
import type { Directive } from './corefile/directive.ts'
import type { KubernetesBackend } from './kubernetes/backend.ts'
import type { Query, ResourceRecord } from './message.ts'
import type { World } from './world.ts'

export { argumentError, CorefileError, pluginError } from './corefile/corefile-error.ts'
export { type Directive, lastWord } from './corefile/directive.ts'

/** Answers a query: at once if nothing has to be waited for. */
export type Handler = (query: Query) => Later<Answer>
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
  readonly lookup: (query: Query, name: string, type: string) => Later<Answer>
}

/**
 * A directive of the Corefile. `setup` reads the configuration, so that the handler meets no bad one, and gives the
 * function around `next`, or nothing for a directive that changes no answer. Where lines add up it is `setupAll`.
 */
export type Plugin =
  | { readonly name: string; setup(directive: Directive, context: PluginContext): Middleware | undefined }
  | {
      readonly name: string
      setupAll(directives: readonly Directive[], context: PluginContext): Middleware | undefined
    }

export const definePlugin = (plugin: Plugin): Plugin => plugin
