import type { Job, JobCondition } from '../../api/generated/types.ts'
import { sum } from '../deployment/numbers.ts'
import type { Tally } from './tally.ts'

/** How a Job has ended. */
export interface Outcome {
  readonly type: 'Complete' | 'Failed'
  readonly reason: string
  readonly message: string
}

/** Whether a Job has ended by now (milliseconds), and how; undefined if it goes on. */
export const outcomeOf = ({ spec, status }: Job, tally: Tally, now: number): Outcome | undefined => {
  const { completions, backoffLimit = 6, activeDeadlineSeconds } = spec ?? {}
  const restarts = sum(tally.active, pod =>
    sum(pod.status?.containerStatuses ?? [], ({ restartCount }) => restartCount),
  )
  if (tally.failed > backoffLimit || (restarts > 0 && restarts >= backoffLimit && isOnFailure(spec))) {
    return failed('BackoffLimitExceeded', 'Job has reached the specified backoff limit')
  }
  if (
    activeDeadlineSeconds !== undefined &&
    now >= Date.parse(status?.startTime ?? '') + activeDeadlineSeconds * 1000
  ) {
    return failed('DeadlineExceeded', 'Job was active longer than specified deadline')
  }
  const isDone =
    completions === undefined ? tally.succeeded > 0 && tally.active.length === 0 : tally.succeeded >= completions
  return isDone
    ? { type: 'Complete', reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' }
    : undefined
}

const isOnFailure = (spec: Job['spec']): boolean => spec?.template.spec?.restartPolicy === 'OnFailure'

const failed = (reason: string, message: string): Outcome => ({ type: 'Failed', reason, message })

/** The conditions of a Job that has ended: first that it is decided, then that it is over. */
export const endConditions = ({ type, reason, message }: Outcome, time: string): readonly JobCondition[] =>
  [type === 'Complete' ? 'SuccessCriteriaMet' : 'FailureTarget', type].map(name => ({
    type: name,
    status: 'True',
    lastProbeTime: time,
    lastTransitionTime: time,
    reason,
    message,
  }))
