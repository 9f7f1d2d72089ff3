import { type FieldError, forbidden, invalid, notSupportedInOrder } from '../../field-error.ts'
import type { PodSchedulingGate, Toleration } from '../../generated/types.ts'
import { isLabelKey, isLabelValue } from '../../validation/qualified-name.ts'

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

/** The faults of what a pod bears. */
export const validateTolerations = (tolerations: readonly Toleration[], field: string): readonly FieldError[] =>
  tolerations.flatMap((toleration, index) => {
    const { key = '', operator = '', effect = '', tolerationSeconds } = toleration
    const at = `${field}[${index}]`
    return [
      ...(key === '' ? [] : isLabelKey(key)).map(text => invalid(`${at}.key`, key, text)),
      ...(key === '' && operator !== 'Exists'
        ? [
            invalid(
              `${at}.operator`,
              operator,
              'operator must be Exists when `key` is empty, which means "match all values and all keys"',
            ),
          ]
        : []),
      ...(tolerationSeconds !== undefined && effect !== 'NoExecute'
        ? [invalid(`${at}.effect`, effect, "effect must be 'NoExecute' when `tolerationSeconds` is set")]
        : []),
      ...operatorFault(toleration, `${at}.operator`),
      ...(effect !== '' && !effects.includes(effect) ? [notSupportedInOrder(`${at}.effect`, effect, effects)] : []),
    ]
  })

const operatorFault = ({ operator, value = '' }: Toleration, field: string): readonly FieldError[] => {
  if (!operator || operator === 'Equal') {
    const faults = isLabelValue(value)
    return faults.length > 0 ? [invalid(field, value, faults.join(';'))] : []
  }
  if (operator !== 'Exists') return [notSupportedInOrder(field, operator, ['Equal', 'Exists'])]
  return value === '' ? [] : [invalid(field, value, "value must be empty when `operator` is 'Exists'")]
}

/** Gates of a pod may be opened, but none put up later. */
export const onlyFewerGates = (
  gates: readonly PodSchedulingGate[],
  old: readonly PodSchedulingGate[],
  field: string,
): readonly FieldError[] =>
  gates.flatMap(({ name }, index) =>
    old.some(before => before.name === name)
      ? []
      : [forbidden(`${field}[${index}].name`, `only deletion is allowed, but found new scheduling gate '${name}'`)],
  )
