import { compareBytes } from '../../util/compare.ts'
import { type FieldError, forbidden, invalid, required } from '../field-error.ts'
import type { LabelSelector, LabelSelectorRequirement } from '../generated/types.ts'
import { isLabelKey, isLabelValue } from './qualified-name.ts'

/** The faults of labels, and of selectors that are plain maps; all are reported of the map itself. */
export const validateLabels = (labels: Readonly<Record<string, string>> = {}, field: string): readonly FieldError[] =>
  Object.entries(labels)
    .toSorted(([left], [right]) => compareBytes(left, right))
    .flatMap(([key, value]) => [
      ...isLabelKey(key).map(text => invalid(field, key, text)),
      ...isLabelValue(value).map(text => invalid(field, value, text)),
    ])

export const validateLabelSelector = (selector: LabelSelector = {}, field: string): readonly FieldError[] => [
  ...validateLabels(selector.matchLabels, `${field}.matchLabels`),
  ...(selector.matchExpressions ?? []).flatMap((expression, index) =>
    validateExpression(expression, `${field}.matchExpressions[${index}]`),
  ),
]

const validateExpression = (
  { key = '', operator = '', values = [] }: Partial<LabelSelectorRequirement>,
  field: string,
): readonly FieldError[] => [
  ...validateOperator(operator, values, field),
  ...isLabelKey(key).map(text => invalid(`${field}.key`, key, text)),
  ...values.flatMap((value, index) =>
    isLabelValue(value).map(text => invalid(`${field}.values[${index}]`, value, text)),
  ),
]

const validateOperator = (operator: string, values: readonly string[], field: string): readonly FieldError[] => {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length > 0) return []
      return [required(`${field}.values`, "must be specified when `operator` is 'In' or 'NotIn'")]
    case 'Exists':
    case 'DoesNotExist':
      if (values.length === 0) return []
      return [forbidden(`${field}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
    default:
      return [invalid(`${field}.operator`, operator, 'not a valid selector operator')]
  }
}
