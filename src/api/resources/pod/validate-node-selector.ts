import { type FieldError, forbidden, invalid, required } from '../../field-error.ts'
import type { NodeSelectorRequirement, NodeSelectorTerm } from '../../generated/types.ts'
import { isDns1123Subdomain } from '../../validation/names.ts'
import { isLabelKey, isLabelValue } from '../../validation/qualified-name.ts'

/** The faults of a term that picks nodes. What is only preferred may ask for values that no label can have. */
export const validateNodeSelectorTerm = (
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  field: string,
  { anyValue = false } = {},
): readonly FieldError[] => [
  ...matchExpressions.flatMap((expression, index) => {
    const at = `${field}.matchExpressions[${index}]`
    return [...validateExpression(expression, at), ...(anyValue ? [] : validateValues(expression, `${at}.values`))]
  }),
  ...matchFields.flatMap((given, index) => validateField(given, `${field}.matchFields[${index}]`)),
]

const validateExpression = (
  { key, operator, values = [] }: NodeSelectorRequirement,
  field: string,
): readonly FieldError[] => [
  ...countFault(operator, values.length, field),
  ...isLabelKey(key).map(text => invalid(`${field}.key`, key, text)),
]

const countFault = (operator: string, count: number, field: string): readonly FieldError[] => {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return count > 0 ? [] : [required(`${field}.values`, "must be specified when `operator` is 'In' or 'NotIn'")]
    case 'Exists':
    case 'DoesNotExist':
      if (count === 0) return []
      return [forbidden(`${field}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
    case 'Gt':
    case 'Lt':
      if (count === 1) return []
      return [required(`${field}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'")]
    default:
      return [invalid(`${field}.operator`, operator, 'not a valid selector operator')]
  }
}

const validateValues = ({ values = [] }: NodeSelectorRequirement, field: string): readonly FieldError[] =>
  values.flatMap((value, index) => isLabelValue(value).map(text => invalid(`${field}[${index}]`, value, text)))

const validateField = (
  { key, operator, values = [] }: NodeSelectorRequirement,
  field: string,
): readonly FieldError[] => [
  ...fieldOperator(operator, values.length, field),
  ...(key === 'metadata.name'
    ? values.flatMap((value, index) =>
        isDns1123Subdomain(value).map(text => invalid(`${field}.values[${index}]`, value, text)),
      )
    : [invalid(`${field}.key`, key, 'not a valid field selector key')]),
]

const fieldOperator = (operator: string, count: number, field: string): readonly FieldError[] => {
  if (operator !== 'In' && operator !== 'NotIn') {
    return [invalid(`${field}.operator`, operator, 'not a valid selector operator')]
  }
  const why = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"
  return count === 1 ? [] : [required(`${field}.values`, why)]
}
