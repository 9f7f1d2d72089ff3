import { type FieldError, invalid } from '../field-error.ts'
import { matchesWhole, patternHint } from './names.ts'

const percent = '[0-9]+%'
const percentText = `a valid percent string must be a numeric string followed by an ending '%' ${patternHint(percent, '1%', '93%')}`

/** A number of pods, or their part of a hundred (`25%`). */
export const validateIntOrPercent = (value: number | string, field: string): readonly FieldError[] => {
  if (typeof value === 'string') return matchesWhole(percent, value) ? [] : [invalid(field, value, percentText)]
  return value < 0 ? [invalid(field, value, 'must be greater than or equal to 0')] : []
}

/** Whether it stands for none at all, `0%` too. */
export const isNothing = (value: number | string): boolean =>
  typeof value === 'number' ? value === 0 : Number.parseInt(value, 10) === 0
