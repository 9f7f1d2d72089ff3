import type { LabelSelector, LabelSelectorRequirement } from './generated/types.ts'
import type { Labels } from './meta.ts'

export type { LabelSelector } from './generated/types.ts'

/**
 * Whether a selector of an object (Deployment, NetworkPolicy ...) picks something with these labels.
 * As upstream, a missing selector picks nothing and an empty one everything.
 */
export const matches = (selector: LabelSelector | undefined, labels: Labels | undefined): boolean =>
  selector !== undefined &&
  matchesLabels(selector.matchLabels, labels) &&
  (selector.matchExpressions ?? []).every(expression => matchesExpression(expression, labels ?? {}))

/**
 * Whether all of `wanted` are among the labels; of nothing wanted, true (a Service without selector is its caller's).
 */
export const matchesLabels = (wanted: Labels | undefined, labels: Labels | undefined): boolean =>
  Object.entries(wanted ?? {}).every(([key, value]) => labelOf(labels ?? {}, key) === value)

/** The label of this key, never something inherited. */
export const labelOf = (labels: Labels, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined

const matchesExpression = (requirement: LabelSelectorRequirement, labels: Labels): boolean =>
  holds(requirement, labelOf(labels, requirement.key))

/** Whether a value, or there being none, is what the operator of a requirement asks for. */
export const holds = (
  { operator, values = [] }: Pick<LabelSelectorRequirement, 'operator' | 'values'>,
  value: string | undefined,
): boolean => {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value)
    case 'NotIn':
      return value === undefined || !values.includes(value)
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
    default:
      return false
  }
}
