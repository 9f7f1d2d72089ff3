import { duplicate, type FieldError, invalid, notSupported, required } from '../../field-error.ts'
import type { TopologySpreadConstraint } from '../../generated/types.ts'
import { validateLabelSelector } from '../../validation/label-selector.ts'

const actions = ['DoNotSchedule', 'ScheduleAnyway']
const policies = ['Honor', 'Ignore']

/** The faults of the rules by which pods are spread over zones and nodes. */
export const validateSpread = (
  constraints: readonly TopologySpreadConstraint[],
  field: string,
): readonly FieldError[] =>
  constraints.flatMap((constraint, index) => {
    const { maxSkew, topologyKey = '', whenUnsatisfiable, labelSelector } = constraint
    const at = `${field}[${index}]`
    return [
      ...positive(maxSkew, `${at}.maxSkew`),
      ...(topologyKey === '' ? [required(`${at}.topologyKey`, 'can not be empty')] : []),
      ...oneOf(whenUnsatisfiable, actions, `${at}.whenUnsatisfiable`),
      ...(constraints.slice(index + 1).some(later => isLike(later, constraint))
        ? [duplicate(`${at}.{topologyKey, whenUnsatisfiable}`, `{${topologyKey}, ${whenUnsatisfiable}}`)]
        : []),
      ...domains(constraint, `${at}.minDomains`),
      ...oneOf(constraint.nodeAffinityPolicy, policies, `${at}.nodeAffinityPolicy`),
      ...oneOf(constraint.nodeTaintsPolicy, policies, `${at}.nodeTaintsPolicy`),
      ...(labelSelector ? validateLabelSelector(labelSelector, `${at}.labelSelector`) : []),
    ]
  })

const isLike = (left: TopologySpreadConstraint, right: TopologySpreadConstraint): boolean =>
  left.topologyKey === right.topologyKey && left.whenUnsatisfiable === right.whenUnsatisfiable

const domains = ({ minDomains, whenUnsatisfiable }: TopologySpreadConstraint, field: string): readonly FieldError[] => {
  if (minDomains === undefined) return []
  const why = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`
  return [
    ...positive(minDomains, field),
    ...(whenUnsatisfiable === 'DoNotSchedule' ? [] : [invalid(field, minDomains, why)]),
  ]
}

const positive = (value: number, field: string): readonly FieldError[] =>
  value > 0 ? [] : [invalid(field, value, 'must be greater than zero')]

const oneOf = (value: string | undefined, supported: readonly string[], field: string): readonly FieldError[] =>
  value === undefined || supported.includes(value) ? [] : [notSupported(field, value, supported)]
