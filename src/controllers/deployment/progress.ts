import type { Deployment, DeploymentStatus } from '../../api/generated/types.ts'
import { conditionOf } from '../../api/pod-status.ts'
import { renewedIn, toldIn } from './conditions.ts'
import { replicasOf } from './numbers.ts'

/**
 * The status with what there is to say about the rollout's progress. `now` in milliseconds, `time` the same as text.
 */
export const withProgress = (
  deployment: Deployment,
  status: DeploymentStatus,
  { name, now, time }: { name: string | undefined; now: number; time: string },
): DeploymentStatus => {
  const { conditions = [] } = status
  const before = conditionOf({ conditions }, 'Progressing')
  const isDone = (status.replicas ?? 0) === (status.updatedReplicas ?? 0) && before?.reason === 'NewReplicaSetAvailable'
  if (deployment.spec?.progressDeadlineSeconds === undefined || isDone) return status
  const who = name ? `ReplicaSet "${name}"` : `Deployment "${deployment.metadata.name}"`
  const written = { conditions, time }
  const type = 'Progressing'
  if (isComplete(deployment, status)) {
    const message = `${who} has successfully progressed.`
    return { ...status, conditions: toldIn(written, { type, status: 'True', reason: available, message }) }
  }
  if (isProgressing(deployment.status ?? {}, status)) {
    const message = `${who} is progressing.`
    return { ...status, conditions: renewedIn(written, { type, status: 'True', reason: 'ReplicaSetUpdated', message }) }
  }
  const due = deadlineOf(deployment, status)
  if (due !== undefined && due <= now) {
    const message = `${who} has timed out progressing.`
    return { ...status, conditions: toldIn(written, { type, status: 'False', reason: exceeded, message }) }
  }
  return status
}

/** When a rollout that does not move counts as failed, in milliseconds; undefined if it is over. */
export const deadlineOf = ({ spec }: Deployment, { conditions }: DeploymentStatus): number | undefined => {
  const progress = conditionOf({ conditions }, 'Progressing')
  const { progressDeadlineSeconds } = spec ?? {}
  if (!progress || progressDeadlineSeconds === undefined || spec?.paused) return undefined
  if (progress.reason === available || progress.reason === exceeded) return undefined
  return Date.parse(progress.lastUpdateTime ?? '') + progressDeadlineSeconds * 1000
}

/** Whether all pods are of the current template, there and available. */
export const isComplete = (deployment: Deployment, status: DeploymentStatus): boolean => {
  const wanted = replicasOf(deployment)
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0 } = status
  return updatedReplicas === wanted && replicas === wanted && availableReplicas === wanted
}

const available = 'NewReplicaSetAvailable'
const exceeded = 'ProgressDeadlineExceeded'

const isProgressing = (old: DeploymentStatus, now: DeploymentStatus): boolean => {
  const oldOf = ({ replicas = 0, updatedReplicas = 0 }: DeploymentStatus): number => replicas - updatedReplicas
  return (
    (now.updatedReplicas ?? 0) > (old.updatedReplicas ?? 0) ||
    oldOf(now) < oldOf(old) ||
    (now.readyReplicas ?? 0) > (old.readyReplicas ?? 0) ||
    (now.availableReplicas ?? 0) > (old.availableReplicas ?? 0)
  )
}
