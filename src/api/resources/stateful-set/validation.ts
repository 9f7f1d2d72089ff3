import { omit } from '../../../util/omit.ts'
import { sameJson } from '../../../util/same-json.ts'
import { type FieldError, forbidden, invalid, notSupported } from '../../field-error.ts'
import type { StatefulSetSpec } from '../../generated/types.ts'
import { isDns1123Subdomain } from '../../validation/names.ts'
import { notNegative, validateSelectedTemplate, validateSelector } from '../replicated-validation.ts'

export const validateStatefulSet = (spec: StatefulSetSpec): readonly FieldError[] => {
  const { podManagementPolicy, updateStrategy, replicas, minReadySeconds, serviceName = '', selector } = spec
  return [
    ...oneOf(podManagementPolicy, ['OrderedReady', 'Parallel'], 'spec.podManagementPolicy'),
    ...oneOf(updateStrategy?.type, ['RollingUpdate', 'OnDelete'], 'spec.updateStrategy'),
    ...notNegative(updateStrategy?.rollingUpdate?.partition, 'spec.updateStrategy.rollingUpdate.partition'),
    ...notNegative(replicas, 'spec.replicas'),
    ...notNegative(minReadySeconds, 'spec.minReadySeconds'),
    ...(serviceName === ''
      ? []
      : isDns1123Subdomain(serviceName).map(text => invalid('spec.serviceName', serviceName, text))),
    ...validateSelector(selector, 'statefulset'),
    ...validateSelectedTemplate(spec, 'StatefulSet'),
  ]
}

const changeable = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
] as const

const refusal = `updates to statefulset spec for fields other than ${changeable
  .slice(0, -1)
  .map(name => `'${name}'`)
  .join(', ')} and '${changeable.at(-1)}' are forbidden`

export const validateStatefulSetUpdate = (spec: StatefulSetSpec, old: StatefulSetSpec): readonly FieldError[] => [
  ...validateStatefulSet(spec),
  ...(sameJson(omit(spec, ...changeable), omit(old, ...changeable)) ? [] : [forbidden('spec', refusal)]),
]

const oneOf = (value: string | undefined, supported: readonly string[], field: string): readonly FieldError[] =>
  value !== undefined && supported.includes(value) ? [] : [notSupported(field, value ?? '', supported)]
