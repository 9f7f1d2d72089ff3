import type { CronJob, CronJobStatus, Job, ObjectReference } from '../api/generated/types.ts'
import { isControlledBy } from '../api/meta.ts'
import { isConditionTrue } from '../api/pod-status.ts'
import { toRfc3339 } from '../util/clock.ts'
import { sameJson } from '../util/same-json.ts'
import { type Action, again, defineController, remove, setStatus } from './controller.ts'
import { finished, isOver, jobFor, pruned, started } from './cron-job/jobs.ts'
import { readSchedule, type Schedule } from './cron-job/schedule.ts'

/** Makes a Job at each strike of a schedule. */
export const cronJobController = defineController<CronJob>({
  name: 'cronjob',
  reconciles: 'CronJob',
  owns: ['Job'],

  reconcile(cronJob, cluster) {
    const { now } = cluster
    const jobs = cluster.list<Job>('Job', cronJob.metadata.namespace).filter(isControlledBy(cronJob))
    const schedule = readSchedule(cronJob.spec?.schedule ?? '')
    const strike = schedule && strikeOf(cronJob, schedule, now)
    const running = jobs.filter(job => !isOver(job))
    const begun = strike === undefined ? [] : begin(cronJob, strike, running)
    const next = schedule?.next(now)
    const status = statusOf(cronJob, jobs, { strike, isBegun: begun.length > 0 })
    return [
      ...endedSince(cronJob, jobs).map(job => finished(cronJob, job)),
      ...begun,
      ...pruned(cronJob, jobs),
      ...(sameJson(status, cronJob.status ?? {}) ? [] : [setStatus(cronJob, status)]),
      ...(next === undefined || cronJob.spec?.suspend ? [] : [again(next)]),
    ]
  },
})

/** The last strike that is due and was not answered yet; undefined if there is none, or it is too late for it. */
const strikeOf = ({ spec, status, metadata }: CronJob, schedule: Schedule, now: number): number | undefined => {
  if (spec?.suspend || metadata.deletionTimestamp) return undefined
  const since = Date.parse(status?.lastScheduleTime ?? metadata.creationTimestamp ?? '')
  let strike = schedule.next(since)
  for (let later = strike; later !== undefined && later <= now; later = schedule.next(later)) strike = later
  if (strike === undefined || strike > now) return undefined
  const { startingDeadlineSeconds } = spec ?? {}
  return startingDeadlineSeconds !== undefined && now - strike > startingDeadlineSeconds * 1000 ? undefined : strike
}

const begin = (cronJob: CronJob, strike: number, running: readonly Job[]): readonly Action[] => {
  const { concurrencyPolicy } = cronJob.spec ?? {}
  if (concurrencyPolicy === 'Forbid' && running.length > 0) return []
  const replaced = concurrencyPolicy === 'Replace' ? running.map(remove) : []
  return [...replaced, ...started(cronJob, jobFor(cronJob, strike))]
}

const endedSince = ({ status }: CronJob, jobs: readonly Job[]): readonly Job[] => {
  const known = new Set((status?.active ?? []).map(({ uid }) => uid))
  return jobs.filter(job => isOver(job) && known.has(job.metadata.uid))
}

const statusOf = (
  { status }: CronJob,
  jobs: readonly Job[],
  { strike, isBegun }: { strike: number | undefined; isBegun: boolean },
): CronJobStatus => {
  const active = jobs.filter(job => !isOver(job)).map(referenceTo)
  const successes = jobs
    .filter(job => isConditionTrue(job.status, 'Complete'))
    .map(job => job.status?.completionTime ?? '')
  const last = [status?.lastSuccessfulTime ?? '', ...successes].toSorted().at(-1)
  const scheduled = strike !== undefined && isBegun ? toRfc3339(strike) : status?.lastScheduleTime
  return {
    ...(active.length > 0 ? { active } : {}),
    ...(scheduled ? { lastScheduleTime: scheduled } : {}),
    ...(last ? { lastSuccessfulTime: last } : {}),
  }
}

const referenceTo = ({ apiVersion, kind, metadata }: Job): ObjectReference => ({
  apiVersion,
  kind,
  name: metadata.name,
  namespace: metadata.namespace,
  resourceVersion: metadata.resourceVersion,
  uid: metadata.uid,
})
