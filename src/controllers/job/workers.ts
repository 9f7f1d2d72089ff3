import type { Job } from '../../api/generated/types.ts'
import { times } from '../../util/range.ts'
import { type Action, again, remove, tell } from '../controller.ts'
import { nextBurst } from '../workload/burst.ts'
import { retryAt } from '../workload/retry-at.ts'
import { creation, indexOf } from './pods.ts'
import { readRanges } from './ranges.ts'
import type { Tally } from './tally.ts'

const component = 'job-controller'

/** Starts as many pods as may work at a time, and takes away those that are too many. */
export const employ = (job: Job, tally: Tally, now: number): readonly Action[] => {
  const surplus = tally.active.length - wantedBy(job, tally)
  if (surplus > 0) return tally.active.slice(-surplus).flatMap(pod => dismissal(job, pod))
  if (surplus === 0) return []
  const due = afterFailure(tally)
  if (due !== undefined && due > now) return [again(due)]
  const { count, after } = nextBurst(-surplus, tally.active, now)
  return [...creations(job, tally, count), ...after, again(retryAt(job, now))]
}

const creations = (job: Job, tally: Tally, count: number): readonly Action[] => {
  if (job.spec?.completionMode !== 'Indexed') return times(count, () => creation(job, undefined, component))
  return freeIndexes(job, tally, count).map(index => creation(job, index, component))
}

/** Takes away every pod that still works. */
export const dismissAll = (job: Job, { active }: Tally): readonly Action[] => active.flatMap(pod => dismissal(job, pod))

const wantedBy = ({ spec }: Job, { succeeded, active }: Tally): number => {
  const { parallelism = 1, completions } = spec ?? {}
  // Without a number of completions, one success tells the others to come to an end.
  if (completions === undefined) return succeeded > 0 ? active.length : parallelism
  return Math.min(completions - succeeded, parallelism)
}

// Ten seconds after a failure, doubled each time up to ten minutes.
const afterFailure = ({ failed, lastFailure }: Tally): number | undefined =>
  failed === 0 || lastFailure === undefined ? undefined : lastFailure + Math.min(600_000, 10_000 * 2 ** (failed - 1))

const freeIndexes = ({ spec }: Job, { active, completedIndexes }: Tally, count: number): readonly number[] => {
  const taken = new Set([...readRanges(completedIndexes), ...active.map(indexOf)])
  const free: number[] = []
  for (let index = 0; index < (spec?.completions ?? 0) && free.length < count; index++) {
    if (!taken.has(index)) free.push(index)
  }
  return free
}

const dismissal = (job: Job, pod: Tally['active'][number]): readonly Action[] => {
  const message = `Deleted pod: ${pod.metadata.name}`
  return [remove(pod), tell(job, { type: 'Normal', reason: 'SuccessfulDelete', message, from: component })]
}
