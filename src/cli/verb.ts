import type { Command } from 'commander'
import type { Client } from '../api/client.ts'
import type { Resource } from '../api/resource.ts'
import type { GlobalFlags } from './program/global-flags.ts'
import type { Io, World } from './world/world.ts'

export { Failure, UsageError } from './errors.ts'

/** What was typed, beyond operands and flags. */
export interface Invocation {
  /** The words that name the verb: `['create', 'deployment']`. */
  readonly path: readonly string[]
  /** Whether a flag (by its long name) was typed, as against its default. */
  given(flag: string): boolean
  /** How many operands stood before `--`; undefined without one. */
  readonly dash: number | undefined
  /** That of -n, else the context's. */
  readonly namespace: string
  /** Whether -n was typed: manifests must agree then. */
  readonly namespaceGiven: boolean
  /** The command as --record notes it; undefined where it does not. */
  readonly changeCause: string | undefined
}

/** What a verb works with. */
export interface Context extends Invocation {
  readonly io: Io
  /** The cluster's name in the kubeconfig. Throws where there is none of this name. */
  readonly cluster: string
  /** Opened by its first use. */
  readonly client: Client
  readonly globals: GlobalFlags
  readonly world: World
  /** The verb's own help. */
  help(): string
  /** All verbs there are. */
  readonly verbs: readonly VerbEntry[]
  /** Prints `Warning: TEXT` on stderr, the same text once. */
  warn(text: string): void
}

/** A command: declare its flags, complete argv to options (refusing what makes no sense, without I/O), run. */
export interface Verb<Flags extends object = object, Options = unknown> {
  /** What stands behind the verb's name in the usage line: `TYPE NAME [flags]`. */
  readonly usage: string
  /** The first line of its help; the summary of the list if unset. */
  readonly title?: string | undefined
  /** Sentences of its help; the summary of the list if unset. */
  readonly description?: string | undefined
  readonly examples?: string | undefined
  /** The exit code of its failures; 1 if unset. */
  readonly failureCode?: number | undefined
  /**
   * Its words have a dialect of their own: but for declared long flags they are left as typed, or (`all`) altogether.
   */
  readonly rawWords?: boolean | 'all' | undefined
  /** A word behind it that is none of its verbs may be a plugin's: `kubectl create foo` is `kubectl-create-foo`. */
  readonly takesPlugins?: boolean | undefined
  /** Verbs below it: `kubectl create deployment`. */
  readonly verbs?: readonly VerbEntry[] | undefined
  /** The kinds that it is about, as completion offers them by their singular; all that can be had if unset. */
  actsOn?(resource: Resource): boolean | Promise<boolean>
  declare?(command: Command): void
  complete(args: readonly string[], flags: Flags, invocation: Invocation): Options
  /** An exit code other than 0 is a Failure, with an empty message if nothing is to be said. */
  run(options: Options, context: Context): Promise<void>
}

/** A line of a list of verbs: what is known of a verb before it is loaded. */
export interface VerbEntry {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly group?: string
  readonly summary: string
  /** Mistyped words that mean this verb although they do not look like it. */
  readonly suggestFor?: readonly string[]
  /** Works, but is listed nowhere. */
  readonly hidden?: boolean
  load(): Promise<Verb>
}

export const defineVerb = <Flags extends object, Options>(verb: Verb<Flags, Options>): Verb => verb
