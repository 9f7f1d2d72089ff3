import type { Job, JobCondition, JobStatus, Pod } from '../api/generated/types.ts'
import { isConditionTrue, withCondition } from '../api/pod-status.ts'
import { toRfc3339 } from '../util/clock.ts'
import { type Action, again, defineController, remove, setStatus, tell, update } from './controller.ts'
import { endConditions, type Outcome, outcomeOf } from './job/outcome.ts'
import { withoutTracking } from './job/pods.ts'
import { type Tally, tallyOf } from './job/tally.ts'
import { dismissAll, employ } from './job/workers.ts'
import { candidatesOf } from './workload/candidates.ts'
import { claim } from './workload/claim.ts'
import { counts } from './workload/counts.ts'
import { ownersOfUnclaimed } from './workload/unclaimed.ts'

const from = 'job-controller'

/** Runs pods until enough of them have succeeded. */
export const jobController = defineController<Job>({
  name: 'job',
  reconciles: 'Job',
  owns: ['Pod'],
  watches: { Pod: ownersOfUnclaimed<Job>('Job', ({ spec }) => spec?.selector ?? { matchLabels: { '': '' } }) },

  reconcile(job, cluster) {
    const { now } = cluster
    if (isConditionTrue(job.status, 'Complete') || isConditionTrue(job.status, 'Failed')) return afterwards(job, now)
    const selector = job.spec?.selector ?? {}
    const claimed = claim(job, selector, candidatesOf<Pod>('Pod', job, selector, cluster))
    const tally = tallyOf(job, claimed.owned)
    const outcome = outcomeOf(job, tally, now)
    return [
      ...claimed.actions,
      ...tally.counted.map(pod => update(withoutTracking(pod))),
      ...(outcome || job.spec?.suspend
        ? dismissAll(job, tally)
        : job.metadata.deletionTimestamp
          ? []
          : employ(job, tally, now)),
      ...told(job, outcome),
      setStatus(job, statusOf(job, tally, outcome, toRfc3339(now))),
      ...deadline(job),
    ]
  },
})

const statusOf = (job: Job, tally: Tally, outcome: Outcome | undefined, time: string): JobStatus => {
  const { spec, status } = job
  const isOver = outcome !== undefined
  const startTime = spec?.suspend ? undefined : (status?.startTime ?? time)
  const conditions = [...suspension(job, time), ...(outcome ? endConditions(outcome, time) : [])]
  return {
    ...(startTime ? { startTime } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(outcome?.type === 'Complete' ? { completionTime: time } : {}),
    ...counts({
      active: isOver || spec?.suspend ? 0 : tally.active.length,
      succeeded: tally.succeeded,
      failed: tally.failed + (outcome?.type === 'Failed' ? tally.active.length : 0),
    }),
    ready: isOver ? 0 : tally.ready,
    terminating: tally.terminating,
    ...(tally.completedIndexes ? { completedIndexes: tally.completedIndexes } : {}),
    uncountedTerminatedPods: {},
  }
}

const suspension = ({ spec, status }: Job, time: string): readonly JobCondition[] => {
  const was = isConditionTrue(status, 'Suspended')
  if (!spec?.suspend && !was) return status?.conditions ?? []
  return withCondition(status?.conditions, {
    type: 'Suspended',
    status: spec?.suspend ? 'True' : 'False',
    lastProbeTime: time,
    lastTransitionTime: time,
    reason: spec?.suspend ? 'JobSuspended' : 'JobResumed',
    message: spec?.suspend ? 'Job suspended' : 'Job resumed',
  })
}

const told = (job: Job, outcome: Outcome | undefined): readonly Action[] => {
  const { suspend } = job.spec ?? {}
  const was = isConditionTrue(job.status, 'Suspended')
  if (outcome?.type === 'Complete') {
    return [tell(job, { type: 'Normal', reason: 'Completed', message: 'Job completed', from })]
  }
  if (outcome) return [tell(job, { type: 'Warning', reason: outcome.reason, message: outcome.message, from })]
  if (suspend && !was) return [tell(job, { type: 'Normal', reason: 'Suspended', message: 'Job suspended', from })]
  return !suspend && was ? [tell(job, { type: 'Normal', reason: 'Resumed', message: 'Job resumed', from })] : []
}

const deadline = ({ spec, status }: Job): readonly Action[] =>
  spec?.activeDeadlineSeconds === undefined || !status?.startTime
    ? []
    : [again(Date.parse(status.startTime) + spec.activeDeadlineSeconds * 1000)]

/** A Job that is over goes by itself, where it says when. */
const afterwards = (job: Job, now: number): readonly Action[] => {
  const { ttlSecondsAfterFinished } = job.spec ?? {}
  if (ttlSecondsAfterFinished === undefined || job.metadata.deletionTimestamp) return []
  const end = job.status?.conditions?.find(({ type }) => type === 'Complete' || type === 'Failed')
  const due = Date.parse(end?.lastTransitionTime ?? '') + ttlSecondsAfterFinished * 1000
  return due <= now ? [remove(job)] : [again(due)]
}
