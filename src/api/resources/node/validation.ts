import { type FieldError, invalid, notSupportedInOrder, required } from '../../field-error.ts'
import type { Node, Taint } from '../../generated/types.ts'
import { isLabelKey, isLabelValue } from '../../validation/qualified-name.ts'

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

/** The faults of a node: of its taints, each of which is there once. */
export const validateNode = ({ spec }: Node): readonly FieldError[] =>
  (spec?.taints ?? []).flatMap((taint, index, taints) => {
    const at = `spec.taints[${index}]`
    return [
      ...isLabelKey(taint.key).map(text => invalid(`${at}.key`, taint.key, text)),
      ...(taint.value ? isLabelValue(taint.value).map(text => invalid(`${at}.value`, taint.value, text)) : []),
      ...validateEffect(taint.effect, `${at}.effect`),
      ...(taints.findIndex(other => other.key === taint.key && other.effect === taint.effect) < index
        ? [repeated(taint, at)]
        : []),
    ]
  })

const validateEffect = (effect: string, field: string): readonly FieldError[] => {
  if (!effect) return [required(field)]
  return effects.includes(effect) ? [] : [notSupportedInOrder(field, effect, effects)]
}

// The server shows the whole taint, by the names of its Go type.
const repeated = ({ key, value = '', effect }: Taint, field: string): FieldError => {
  const shown = `{"Key":${JSON.stringify(key)},"Value":${JSON.stringify(value)},"Effect":${JSON.stringify(effect)},"TimeAdded":null}`
  return {
    type: 'Duplicate',
    field,
    detail: `Duplicate value: ${shown}: taints must be unique by key and effect pair`,
  }
}
