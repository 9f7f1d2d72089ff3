import { omit } from '../../../util/omit.ts'
import { sameJson } from '../../../util/same-json.ts'
import { type FieldError, forbidden, GoStruct, invalid, notSupportedInOrder } from '../../field-error.ts'
import type { PodTemplateSpec, StatefulSetSpec, StatefulSetUpdateStrategy, Volume } from '../../generated/types.ts'
import { isNothing, validateIntOrPercent } from '../../validation/int-or-percent.ts'
import { isDns1123Subdomain } from '../../validation/names.ts'
import { validateClaimSpec } from '../persistent-volume-claim/validation.ts'
import { notNegative, validateSelectedTemplate, validateSelector } from '../replicated-validation.ts'

export const validateStatefulSet = (spec: StatefulSetSpec): readonly FieldError[] => {
  const { podManagementPolicy, updateStrategy, replicas, minReadySeconds, serviceName = '', selector } = spec
  return [
    ...(podManagementPolicy === 'OrderedReady' || podManagementPolicy === 'Parallel'
      ? []
      : [invalid('spec.podManagementPolicy', podManagementPolicy, "must be 'OrderedReady' or 'Parallel'")]),
    ...validateStrategy(updateStrategy ?? {}, 'spec.updateStrategy'),
    ...validateRetention(spec, 'spec.persistentVolumeClaimRetentionPolicy'),
    ...notNegative(replicas, 'spec.replicas'),
    ...notNegative(minReadySeconds, 'spec.minReadySeconds'),
    ...notNegative(spec.ordinals?.start, 'spec.ordinals.start'),
    ...(serviceName === ''
      ? []
      : isDns1123Subdomain(serviceName).map(text => invalid('spec.serviceName', serviceName, text))),
    ...validateSelector(selector, 'statefulset'),
    ...validateSelectedTemplate({ ...spec, template: withClaims(spec) }, 'StatefulSet'),
    ...(spec.volumeClaimTemplates ?? []).flatMap((claim, index) =>
      validateClaimSpec(claim.spec, `spec.volumeClaimTemplates[${index}].spec`),
    ),
  ]
}

const validateStrategy = ({ type, rollingUpdate }: StatefulSetUpdateStrategy, field: string): readonly FieldError[] => {
  const shown = rollingUpdate
    ? new GoStruct({ Partition: rollingUpdate.partition ?? 0, MaxUnavailable: rollingUpdate.maxUnavailable ?? null })
    : null
  if (type === 'OnDelete') {
    if (!rollingUpdate) return []
    return [invalid(`${field}.rollingUpdate`, shown, "only allowed for updateStrategy 'RollingUpdate'")]
  }
  if (type !== 'RollingUpdate') {
    const whole = new GoStruct({ Type: type, RollingUpdate: shown?.fields ?? null })
    return [invalid(field, whole, "must be 'RollingUpdate' or 'OnDelete'")]
  }
  const { partition, maxUnavailable } = rollingUpdate ?? {}
  const at = `${field}.rollingUpdate.maxUnavailable`
  return [
    ...notNegative(partition, `${field}.rollingUpdate.partition`),
    ...(maxUnavailable === undefined ? [] : validateIntOrPercent(maxUnavailable, at)),
    ...(maxUnavailable !== undefined && isNothing(maxUnavailable) ? [invalid(at, maxUnavailable, 'cannot be 0')] : []),
  ]
}

const validateRetention = (
  { persistentVolumeClaimRetentionPolicy: policy }: StatefulSetSpec,
  field: string,
): readonly FieldError[] =>
  (['whenDeleted', 'whenScaled'] as const).flatMap(name => {
    const value = policy?.[name] ?? 'Retain'
    return ['Retain', 'Delete'].includes(value)
      ? []
      : [notSupportedInOrder(`${field}.${name}`, value, ['Retain', 'Delete'])]
  })

/** The template with the volumes that each pod gets for its claims. */
const withClaims = ({ template, volumeClaimTemplates = [] }: StatefulSetSpec): PodTemplateSpec => {
  if (volumeClaimTemplates.length === 0 || !template.spec) return template
  const names = volumeClaimTemplates.map(({ metadata }) => metadata.name)
  const own = (template.spec.volumes ?? []).filter(({ name }) => !names.includes(name))
  const claimed = names.map((name): Volume => ({ name, persistentVolumeClaim: { claimName: name } }))
  return { ...template, spec: { ...template.spec, volumes: [...own, ...claimed] } }
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
