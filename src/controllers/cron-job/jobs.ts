import type { CronJob, Job } from '../../api/generated/types.ts'
import { controllerReference } from '../../api/meta.ts'
import { isConditionTrue } from '../../api/pod-status.ts'
import { type Action, remove, tell } from '../controller.ts'

export const component = 'cronjob-controller'

/** The Job of a strike of the schedule (milliseconds); two of one minute are the same. */
export const jobFor = (cronJob: CronJob, at: number): Job => {
  const { name, namespace } = cronJob.metadata
  const { metadata, spec = { template: {} } } = cronJob.spec?.jobTemplate ?? {}
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${name}-${Math.floor(at / 60_000)}`,
      namespace,
      ...(metadata?.labels ? { labels: metadata.labels } : {}),
      annotations: { ...metadata?.annotations, 'batch.kubernetes.io/cronjob-scheduled-timestamp': isoOf(at) },
      ownerReferences: [controllerReference(cronJob)],
    },
    spec,
  }
}

export const isOver = ({ status }: Job): boolean =>
  isConditionTrue(status, 'Complete') || isConditionTrue(status, 'Failed')

/** Removes the oldest Jobs that are over, beyond what the history keeps. */
export const pruned = ({ spec }: CronJob, jobs: readonly Job[]): readonly Action[] => [
  ...oldest(jobs, 'Complete', spec?.successfulJobsHistoryLimit ?? 3),
  ...oldest(jobs, 'Failed', spec?.failedJobsHistoryLimit ?? 1),
]

export const started = (cronJob: CronJob, job: Job): readonly Action[] => {
  const message = `Created job ${job.metadata.name}`
  return [
    { do: 'create', object: job },
    tell(cronJob, { type: 'Normal', reason: 'SuccessfulCreate', message, from: component }),
  ]
}

export const finished = (cronJob: CronJob, { metadata, status }: Job): Action => {
  const condition = isConditionTrue(status, 'Complete') ? 'Complete' : 'Failed'
  const message = `Saw completed job: ${metadata.name}, condition: ${condition}`
  return tell(cronJob, { type: 'Normal', reason: 'SawCompletedJob', message, from: component })
}

const oldest = (jobs: readonly Job[], type: string, limit: number): readonly Action[] => {
  const ended = jobs.filter(({ status }) => isConditionTrue(status, type)).toSorted(byStart)
  return ended.slice(0, Math.max(0, ended.length - limit)).map(remove)
}

const byStart = (left: Job, right: Job): number =>
  Date.parse(left.status?.startTime ?? '') - Date.parse(right.status?.startTime ?? '')

const isoOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
