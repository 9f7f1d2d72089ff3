import type { Job, Pod } from '../../api/generated/types.ts'
import { isPodActive, isPodReady } from '../../api/pod-status.ts'
import { indexOf, isTracked } from './pods.ts'
import { printRanges, readRanges } from './ranges.ts'

/** The pods of a Job, counted. */
export interface Tally {
  readonly active: readonly Pod[]
  readonly ready: number
  readonly terminating: number
  readonly succeeded: number
  readonly failed: number
  /** Of an indexed Job the numbers that are done, `0-2,4`. */
  readonly completedIndexes: string
  /** Pods that have just been counted, and need not be held any more. */
  readonly counted: readonly Pod[]
  /** When the last pod failed, in milliseconds. */
  readonly lastFailure: number | undefined
}

/** Adds to what a Job's status counts the pods that have ended since. */
export const tallyOf = ({ spec, status }: Job, pods: readonly Pod[]): Tally => {
  const ended = pods.filter(pod => isTracked(pod) && hasEnded(pod))
  const won = ended.filter(({ status: { phase } = {} }) => phase === 'Succeeded')
  const lost = ended.filter(pod => !won.includes(pod))
  const active = pods.filter(isPodActive)
  const done = new Set([...readRanges(status?.completedIndexes ?? ''), ...won.map(pod => indexOf(pod) ?? -1)])
  const isIndexed = spec?.completionMode === 'Indexed'
  const failures = pods.map(failedAt).filter(at => at !== undefined)
  return {
    active,
    ready: active.filter(isPodReady).length,
    terminating: pods.filter(pod => pod.metadata.deletionTimestamp && !hasPhase(pod)).length,
    succeeded: isIndexed ? done.size : (status?.succeeded ?? 0) + won.length,
    failed: (status?.failed ?? 0) + lost.length,
    completedIndexes: isIndexed ? printRanges([...done]) : '',
    counted: ended,
    lastFailure: failures.length > 0 ? Math.max(...failures) : undefined,
  }
}

const hasPhase = ({ status }: Pod): boolean => status?.phase === 'Succeeded' || status?.phase === 'Failed'

// One that is taken away before it ends has failed; its kubelet has let it go when its grace period is over.
const hasEnded = (pod: Pod): boolean =>
  hasPhase(pod) || (pod.metadata.deletionTimestamp !== undefined && !pod.metadata.deletionGracePeriodSeconds)

const failedAt = ({ status }: Pod): number | undefined => {
  if (status?.phase !== 'Failed') return undefined
  const ends = (status.containerStatuses ?? []).map(({ state }) => Date.parse(state?.terminated?.finishedAt ?? ''))
  return Math.max(...ends.filter(Number.isFinite), 0)
}
