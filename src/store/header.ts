/** One call that a controller asked to get at a time: milliseconds since 1970, its name, the object's key. */
export type DueCall = readonly [at: number, controller: string, key: string]

/** What a state file keeps beside the objects. */
export interface Header {
  /** Of the file's form; a newer one is refused. */
  readonly format: number
  /** The last resourceVersion given. */
  readonly revision: number
  /** State of the seeded generator. */
  readonly random: number
  /**
   * Simulated time: how far ahead of the wall clock it is, or, when frozen, the time it stands at (milliseconds). With
   * `controllersStopped` nobody reacts to anything either: the cluster is a picture of another one.
   */
  readonly clock: { readonly offset: number } | { readonly frozenAt: number; readonly controllersStopped?: boolean }
  /** Calls that are still to come, earliest first. */
  readonly due: readonly DueCall[]
  /** The next address to give from each range of pod addresses. */
  readonly cursors: Readonly<Record<string, number>>
  /** What runs on each node, so that it need not be counted: pods, thousandths of a CPU, bytes. Unset: not known yet. */
  readonly loads?: Readonly<Record<string, readonly [pods: number, cpu: number, memory: number]>> | undefined
  /** When the first of the objects expires that stay for a time only (milliseconds). Unset: none does. */
  readonly expires?: number | undefined
  /** What CoreDNS was configured by before, and until when (milliseconds): the last ones, newest first. */
  readonly formerCorefiles?: readonly { readonly until: number; readonly text: string }[] | undefined
  /**
   * The containers whose own programs are still to be run, and when something changed last that programs look at:
   * milliseconds. Unset: none, and never.
   */
  readonly programs?:
    | {
        readonly pending: readonly {
          readonly namespace: string
          readonly pod: string
          readonly container: string
          readonly at: number
        }[]
        readonly changedAt: number
      }
    | undefined
  /** How the cluster was created: names, ranges, profile. The store does not read it. */
  readonly cluster: Readonly<Record<string, unknown>>
}

export const currentFormat = 1
