import { type FieldError, forbidden, GoStruct, invalid, notSupportedInOrder, required } from '../../field-error.ts'
import type { DeploymentSpec, DeploymentStrategy } from '../../generated/types.ts'
import { isNothing, validateIntOrPercent } from '../../validation/int-or-percent.ts'
import { notNegative, validateSelectedTemplate, validateSelector } from '../replicated-validation.ts'

export const validateDeployment = (spec: DeploymentSpec): readonly FieldError[] => {
  const { replicas, selector, strategy = {}, minReadySeconds = 0, revisionHistoryLimit, progressDeadlineSeconds } = spec
  return [
    ...notNegative(replicas, 'spec.replicas'),
    ...validateSelector(selector, 'deployment'),
    ...validateSelectedTemplate(spec, 'ReplicaSet'),
    ...validateStrategy(strategy, 'spec.strategy'),
    ...notNegative(minReadySeconds, 'spec.minReadySeconds'),
    ...notNegative(revisionHistoryLimit, 'spec.revisionHistoryLimit'),
    ...notNegative(progressDeadlineSeconds, 'spec.progressDeadlineSeconds'),
    ...(progressDeadlineSeconds !== undefined && progressDeadlineSeconds <= minReadySeconds
      ? [invalid('spec.progressDeadlineSeconds', progressDeadlineSeconds, 'must be greater than minReadySeconds')]
      : []),
  ]
}

const validateStrategy = ({ type, rollingUpdate }: DeploymentStrategy, field: string): readonly FieldError[] => {
  const shown = new GoStruct({ Type: type, RollingUpdate: rollingUpdate ?? null })
  switch (type) {
    case 'Recreate':
      if (!rollingUpdate) return []
      return [forbidden(`${field}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")]
    case 'RollingUpdate':
      if (!rollingUpdate) return [required(`${field}.rollingUpdate`, 'this should be defaulted and never be nil')]
      return validateRollingUpdate(rollingUpdate, `${field}.rollingUpdate`)
    default:
      return [notSupportedInOrder(field, shown, ['Recreate', 'RollingUpdate'])]
  }
}

const validateRollingUpdate = (
  { maxUnavailable = 0, maxSurge = 0 }: NonNullable<DeploymentStrategy['rollingUpdate']>,
  field: string,
): readonly FieldError[] => [
  ...validateIntOrPercent(maxUnavailable, `${field}.maxUnavailable`),
  ...validateIntOrPercent(maxSurge, `${field}.maxSurge`),
  ...(isNothing(maxUnavailable) && isNothing(maxSurge)
    ? [invalid(`${field}.maxUnavailable`, maxUnavailable, 'may not be 0 when `maxSurge` is 0')]
    : []),
  ...(typeof maxUnavailable === 'string' && Number.parseInt(maxUnavailable, 10) > 100
    ? [invalid(`${field}.maxUnavailable`, maxUnavailable, 'must not be greater than 100%')]
    : []),
]
