import type { Probe } from '../../api/generated/types.ts'
import { times } from '../../util/range.ts'

/** A moment (milliseconds) from which on a probe counts as passed or as failed. */
export interface Turn {
  readonly at: number
  readonly passed: boolean
}

/** The first probe of a row of failing ones, and what it found. */
export interface Failure {
  readonly at: number
  readonly message: string
}

export interface Probing {
  readonly probe: Probe
  /** When the prober may begin; its delay is counted from `startedAt`. */
  readonly from: number
  readonly startedAt: number
  /** When the container's answers change; between two of them all probes find the same. */
  readonly changesAt: readonly number[]
  /** What is wrong at a time; undefined if nothing is. */
  outcome(at: number): string | undefined
}

/** All turns that a probe takes from the start of its container on, without playing its ticks one by one. */
export const turnsOf = (probing: Probing): readonly Turn[] => {
  const { successThreshold = 1, failureThreshold = 3 } = probing.probe
  const period = periodOf(probing.probe)
  return stretchesOf(probing).flatMap(({ tick, until, message }) => {
    const passed = message === undefined
    const at = tick + ((passed ? successThreshold : failureThreshold) - 1) * period
    return at < until ? [{ at, passed }] : []
  })
}

export const failuresOf = (probing: Probing): readonly Failure[] =>
  stretchesOf(probing).flatMap(({ tick, until, message }) =>
    message !== undefined && tick < until ? [{ at: tick, message }] : [],
  )

/** The single tries that fail, in each row of them as many as it takes until the probe counts as failed. */
export const failedTries = (probing: Probing): readonly Failure[] => {
  const { failureThreshold = 3 } = probing.probe
  const period = periodOf(probing.probe)
  return stretchesOf(probing).flatMap(({ tick, until, message }) =>
    message === undefined
      ? []
      : times(failureThreshold, index => ({ at: tick + index * period, message })).filter(({ at }) => at < until),
  )
}

interface Stretch {
  /** The first probe in it. */
  readonly tick: number
  readonly until: number
  readonly message: string | undefined
}

const periodOf = ({ periodSeconds = 10 }: Probe): number => Math.max(1, periodSeconds) * 1000

/** Stretches of time in which the probe finds the same, in order. */
const stretchesOf = ({ probe, from, startedAt, changesAt, outcome }: Probing): readonly Stretch[] => {
  const first = Math.max(from, startedAt + (probe.initialDelaySeconds ?? 0) * 1000)
  const period = periodOf(probe)
  const bounds = [first, ...changesAt.filter(at => at > first).toSorted((left, right) => left - right)]
  const stretches: Stretch[] = []
  bounds.forEach((bound, index) => {
    const tick = first + Math.ceil((bound - first) / period) * period
    const until = bounds[index + 1] ?? Number.POSITIVE_INFINITY
    const message = outcome(bound)
    const last = stretches.at(-1)
    if (last && last.message === message) stretches[stretches.length - 1] = { ...last, until }
    else stretches.push({ tick, until, message })
  })
  return stretches
}
