import type { Deployment, DeploymentCondition } from '../../api/generated/types.ts'
import { conditionOf, withoutCondition } from '../../api/pod-status.ts'
import { limitsOf, replicasOf } from './numbers.ts'

type Conditions = readonly DeploymentCondition[]

/** Conditions and the time of now, as the API writes it. */
export interface Written {
  readonly conditions: Conditions
  readonly time: string
}

type Told = Pick<DeploymentCondition, 'type' | 'status' | 'reason' | 'message'>

/** Puts a condition last, as the real controller does. One that says the same as before stays as it is. */
export const toldIn = ({ conditions, time }: Written, told: Told): Conditions => {
  const old = conditionOf({ conditions }, told.type)
  return old && old.status === told.status && old.reason === told.reason
    ? conditions
    : renewedIn({ conditions, time }, told)
}

/** The same, but the time of the last update is now even if it says the same as before. */
export const renewedIn = ({ conditions, time }: Written, told: Told): Conditions => {
  const old = conditionOf({ conditions }, told.type)
  const lastTransitionTime = old?.status === told.status ? old.lastTransitionTime : time
  return [...withoutCondition(conditions, told.type), { ...told, lastUpdateTime: time, lastTransitionTime }]
}

export const availability = (deployment: Deployment, available: number, written: Written): Conditions => {
  const isEnough = available >= replicasOf(deployment) - limitsOf(deployment).maxUnavailable
  return toldIn(
    written,
    isEnough
      ? {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        }
      : {
          type: 'Available',
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        },
  )
}

/** A pause counts as no progress, and its end as a new beginning. */
export const pausing = ({ spec }: Deployment, written: Written): Conditions => {
  const { reason } = conditionOf(written, 'Progressing') ?? {}
  if (spec?.progressDeadlineSeconds === undefined || reason === 'ProgressDeadlineExceeded') return written.conditions
  const told = { type: 'Progressing', status: 'Unknown' }
  if (spec.paused) return toldIn(written, { ...told, reason: 'DeploymentPaused', message: 'Deployment is paused' })
  return reason === 'DeploymentPaused'
    ? toldIn(written, { ...told, reason: 'DeploymentResumed', message: 'Deployment is resumed' })
    : written.conditions
}

/** What a set that was found or made says, where it is the news. */
export const setChosen = (deployment: Deployment, name: string, isNew: boolean, written: Written): Conditions => {
  if (deployment.spec?.progressDeadlineSeconds === undefined) return written.conditions
  const told = { type: 'Progressing', status: 'True' }
  if (isNew) {
    const message = `Created new replica set "${name}"`
    return toldIn(written, { ...told, reason: 'NewReplicaSetCreated', message })
  }
  return conditionOf(written, 'Progressing')
    ? written.conditions
    : toldIn(written, { ...told, reason: 'FoundNewReplicaSet', message: `Found new replica set "${name}"` })
}
