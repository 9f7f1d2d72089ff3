import { type FieldError, GoStruct, invalid, notSupportedInOrder, required } from '../../field-error.ts'
import type { DaemonSetSpec, DaemonSetUpdateStrategy } from '../../generated/types.ts'
import { isNothing, validateIntOrPercent } from '../../validation/int-or-percent.ts'
import { notNegative, validateSelectedTemplate, validateSelector } from '../replicated-validation.ts'

export const validateDaemonSet = (spec: DaemonSetSpec): readonly FieldError[] => [
  ...validateSelector(spec.selector, 'daemonset'),
  ...validateSelectedTemplate(spec, 'DaemonSet'),
  ...notNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
  ...validateStrategy(spec.updateStrategy ?? {}, 'spec.updateStrategy'),
  ...notNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit'),
]

const validateStrategy = ({ type, rollingUpdate }: DaemonSetUpdateStrategy, field: string): readonly FieldError[] => {
  const shown = new GoStruct({ Type: type, RollingUpdate: rollingUpdate ?? null })
  if (type === 'OnDelete') return []
  if (type !== 'RollingUpdate') return [notSupportedInOrder(field, shown, ['RollingUpdate', 'OnDelete'])]
  if (!rollingUpdate) return [required(`${field}.rollingUpdate`)]
  const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate
  const at = `${field}.rollingUpdate`
  return [
    ...validateIntOrPercent(maxUnavailable, `${at}.maxUnavailable`),
    ...validateIntOrPercent(maxSurge, `${at}.maxSurge`),
    ...(isNothing(maxUnavailable) && isNothing(maxSurge)
      ? [required(`${at}.maxUnavailable`, 'cannot be 0 when maxSurge is 0')]
      : []),
    ...(!isNothing(maxUnavailable) && !isNothing(maxSurge)
      ? [invalid(`${at}.maxSurge`, maxSurge, 'may not be set when maxUnavailable is non-zero')]
      : []),
  ]
}
