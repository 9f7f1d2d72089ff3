import type { Container, Pod } from './generated/types.ts'

/** What is known of a run of a container's own program, of which only running it tells how it goes. Times: milliseconds. */
export interface OwnRun {
  /** When it is to be run, or run again because then it does more; unset: what is known holds. */
  readonly runAt?: number | undefined
  /** How it ends; unset as long as no end is in sight. */
  readonly end?: { readonly at: number; readonly exitCode: number } | undefined
  /** Why it could not be started. */
  readonly startError?: string | undefined
}

/** The run that began at a time; undefined where the container's program is none that is run to know. */
export type OwnRunOf = (pod: Pod, container: Container, startedAt: number) => OwnRun | undefined

/** For who runs no programs. */
export const noRuns: OwnRunOf = () => undefined
