import type { Behaviour } from '../../api/behaviour.ts'
import type { ProbeName } from '../../api/faults.ts'
import type { Container, Pod, Probe } from '../../api/generated/types.ts'
import { isDefined } from '../../util/range.ts'
import { pathBreaksAt, probeFailsFrom } from './faults.ts'
import { probeOutcome } from './probe-outcome.ts'
import { type Failure, failedTries, type Probing, type Turn, turnsOf } from './probe-turns.ts'

export interface Running {
  readonly pod: Pod
  readonly container: Container
  readonly behaviour: Behaviour
  /** Milliseconds, as `now`. */
  readonly startedAt: number
  readonly now: number
}

/** What the probes of a running container say by now. */
export interface Health {
  readonly started: boolean
  readonly ready: boolean
  /** When a probe has the container killed, and which one. */
  readonly killed?: { readonly at: number; readonly by: 'startup' | 'liveness' } | undefined
  /** What failed up to now: the probe's name and what it found. */
  readonly failures: readonly (Failure & { readonly probe: string })[]
  /** When that changes next; undefined if it does not by itself. */
  readonly next: number | undefined
}

export const healthOf = (running: Running): Health => {
  const { container, startedAt, now } = running
  const { startupProbe, livenessProbe, readinessProbe } = container
  const startup = probingOf('startup', startupProbe, running, startedAt)
  const startupTurn = startup ? turnsOf(startup)[0] : { at: startedAt, passed: true }
  const isStarted = startupTurn?.passed === true && startupTurn.at <= now
  const from = startupTurn?.passed ? startupTurn.at : undefined
  const liveness = from === undefined ? undefined : probingOf('liveness', livenessProbe, running, from)
  const readiness = from === undefined ? undefined : probingOf('readiness', readinessProbe, running, from)
  const livenessFailure = liveness && turnsOf(liveness).find(({ passed }) => !passed)
  const readinessTurns = readiness ? turnsOf(readiness) : []
  const failures = [
    ...failedAs('Startup', startup, from),
    ...failedAs('Liveness', liveness),
    ...failedAs('Readiness', readiness),
  ]
  const killed =
    startupTurn && !startupTurn.passed
      ? { at: startupTurn.at, by: 'startup' as const }
      : livenessFailure && { at: livenessFailure.at, by: 'liveness' as const }
  const moments = [startupTurn?.at, killed?.at, ...[...readinessTurns, ...failures].map(({ at }) => at)]
  return {
    started: isStarted,
    ready: isStarted && (readinessProbe ? lastPassed(readinessTurns, now) : true),
    killed,
    failures: failures.filter(({ at }) => at <= now),
    next: moments
      .filter(isDefined)
      .filter(at => at > now)
      .toSorted((left, right) => left - right)[0],
  }
}

const probingOf = (name: ProbeName, probe: Probe | undefined, running: Running, from: number): Probing | undefined => {
  if (!probe) return undefined
  const { changesAt = [] } = running.behaviour
  const broken = probeFailsFrom(running.pod, running.container, name)
  return {
    probe,
    from,
    startedAt: running.startedAt,
    changesAt: [...changesAt, ...(broken === undefined ? [] : [broken]), ...pathBreaksAt(running.pod)],
    outcome: at =>
      broken !== undefined && at >= broken ? 'the probe was made to fail' : probeOutcome(probe, running, at),
  }
}

/** A probe stops at `until`: the one of the start, once it has passed. */
const failedAs = (probe: string, probing: Probing | undefined, until = Number.POSITIVE_INFINITY) =>
  probing ? failedTries(probing).flatMap(failure => (failure.at < until ? [{ ...failure, probe }] : [])) : []

const lastPassed = (turns: readonly Turn[], now: number): boolean =>
  turns.findLast(({ at }) => at <= now)?.passed ?? false
