import type { Behaviour } from '../../api/behaviour.ts'

/** How a run of a container ends. `at`: milliseconds. */
export interface End {
  readonly at: number
  readonly exitCode: number
  /** Why it was killed; unset if it ended by itself. */
  readonly why?: string | undefined
  /** Why it did not even start. */
  readonly startError?: string | undefined
}

/** A container whose image was changed is stopped, and started anew with the other one. */
export const replacedAt = (at: number): End => ({ at, exitCode: 0, why: 'definition changed' })

/** The end that is in sight: by itself, or by a probe that failed; undefined if none is. */
export const endOf = (
  { runsFor, exitCode = 0, stopCode = 137, startError }: Behaviour,
  startedAt: number,
  killed: { at: number; by: 'startup' | 'liveness' } | undefined,
): End | undefined => {
  const own = runsFor === undefined ? undefined : { at: startedAt + runsFor, exitCode, startError }
  return killed && (!own || killed.at < own.at)
    ? { at: killed.at, exitCode: stopCode, why: `failed ${killed.by} probe` }
    : own
}
