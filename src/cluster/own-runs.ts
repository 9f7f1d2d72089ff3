import type { Pod } from '../api/generated/types.ts'
import type { KubeObject } from '../api/meta.ts'
import type { OwnRunOf } from '../api/own-run.ts'
import { runStart } from '../api/run-start.ts'
import { checksItsStart } from '../images/start-check.ts'
import { isOwnProgram } from '../pod/own-program.ts'
import type { Store } from '../store/store.ts'
import { type PodRecord, type RunRecord, readRecord } from './pod-records.ts'

/**
 * How the containers' own programs go, as far as they were run. `changedAt` is when something changed last that programs
 * may look at (milliseconds): until then a program goes as it went in its run before.
 */
export const ownRunsIn =
  (store: Store<KubeObject>, changedAt: () => number): OwnRunOf =>
  (pod, container, startedAt) => {
    if (!isOwnProgram(container) && !checksItsStart(container)) return undefined
    const { namespace = 'default', name } = pod.metadata
    const { runs } = readRecord(store, { namespace, pod: name })
    return runFrom(runs, container.name, startedAt, changedAt()) ?? { runAt: startedAt }
  }

/** What is known of the run that began at a time. */
export const runFrom = (
  runs: PodRecord['runs'],
  container: string,
  startedAt: number,
  changedAt: number,
): RunRecord | undefined => {
  const known = runs[container] ?? []
  const exact = known.find(({ from }) => from === startedAt)
  if (exact) return exact
  const last = known[0]
  return last && last.from < startedAt && last.end && last.knownUntil > changedAt ? later(last, startedAt) : undefined
}

/** The same run at another time. */
const later = (run: RunRecord, from: number): RunRecord => {
  const by = from - run.from
  return {
    ...run,
    from,
    lines: run.lines.map(line => ({ ...line, time: line.time + by })),
    ...(run.end ? { end: { ...run.end, at: run.end.at + by } } : {}),
  }
}

/** The runs of a pod that are not at their end, and look at the cluster. */
export const waitingRuns = ({ record }: { readonly record: PodRecord }, now: number): readonly string[] =>
  Object.entries(record.runs).flatMap(([container, [last]]) =>
    last?.isAsked && (last.end?.at ?? Number.POSITIVE_INFINITY) > now ? [container] : [],
  )

/** Whether a run of a pod's container goes on that began at a time. */
export const isOngoing = (pod: Pod | undefined, container: string, from: number): boolean =>
  pod !== undefined && runStart(pod, container) === from
