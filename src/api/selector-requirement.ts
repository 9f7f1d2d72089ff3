import { compareBytes } from '../util/compare.ts'
import { invalid } from './field-error.ts'
import type { LabelSelector } from './generated/types.ts'
import { labelOf } from './labels.ts'
import type { Labels } from './meta.ts'
import { isLabelKey, isLabelValue } from './validation/qualified-name.ts'

export type SelectorOperator = '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt'

/** One term of a selector's text; `values` are sorted and without duplicates. */
export interface Requirement {
  readonly key: string
  readonly operator: SelectorOperator
  readonly values: readonly string[]
}

/** A selector's text that cannot be understood, in the server's words. */
export class SelectorError extends Error {
  override readonly name = 'SelectorError'
}

/** A checked requirement; throws SelectorError over a bad key, a bad value, or a bound that is no whole number. */
export const requirement = (key: string, operator: SelectorOperator, values: readonly string[] = []): Requirement => {
  checkKey(key)
  const faults = [
    ...(isBound(operator) ? values.flatMap(checkBound) : []),
    ...values.flatMap((value, index) => checkValue(key, value, index)),
  ]
  if (faults.length > 0) throw new SelectorError(faults.length > 1 ? `[${faults.join(', ')}]` : faults.join(''))
  return { key, operator, values }
}

const isBound = (operator: SelectorOperator): boolean => operator === 'gt' || operator === 'lt'

/** The server has no path for the key and prints Go's nil. */
export const checkKey = (key: string): void => {
  const wrong = isLabelKey(key)
  if (wrong.length > 0) throw new SelectorError(`<nil>: ${invalid('', key, wrong.join('; ')).detail}`)
}

const checkValue = (key: string, value: string, index: number): string[] => {
  const wrong = isLabelValue(value)
  return wrong.length > 0 ? [`values[${index}][${key}]: ${invalid('', value, wrong.join('; ')).detail}`] : []
}

// Whole numbers of 64 bits, as Go reads them.
const toInteger = (text: string): bigint | undefined => {
  if (!/^[+-]?\d+$/.test(text)) return undefined
  const number = BigInt(text.replace('+', ''))
  return BigInt.asIntN(64, number) === number ? number : undefined
}

const checkBound = (value: string, index: number): string[] =>
  toInteger(value) === undefined
    ? [`values[${index}]: ${invalid('', value, "for 'Gt', 'Lt' operators, the value must be an integer").detail}`]
    : []

export const satisfies = ({ key, operator, values }: Requirement, labels: Labels): boolean => {
  const label = labelOf(labels, key)
  switch (operator) {
    case 'in':
    case '=':
    case '==':
      return label !== undefined && values.includes(label)
    case 'notin':
    case '!=':
      return label === undefined || !values.includes(label)
    case 'exists':
      return label !== undefined
    case '!':
      return label === undefined
    default:
      return isBeyond(operator, toInteger(label ?? ''), toInteger(values[0] ?? ''))
  }
}

const isBeyond = (operator: 'gt' | 'lt', label: bigint | undefined, bound: bigint | undefined): boolean =>
  label !== undefined && bound !== undefined && (operator === 'gt' ? label > bound : label < bound)

export const printRequirement = ({ key, operator, values }: Requirement): string => {
  switch (operator) {
    case 'exists':
      return key
    case '!':
      return `!${key}`
    case 'in':
    case 'notin':
      return `${key} ${operator} (${values.toSorted(compareBytes).join(',')})`
    default:
      return `${key}${symbols[operator]}${values.join(',')}`
  }
}

const symbols = { '=': '=', '==': '==', '!=': '!=', gt: '>', lt: '<' } as const

const operators: Readonly<Record<string, SelectorOperator>> = {
  In: 'in',
  NotIn: 'notin',
  Exists: 'exists',
  DoesNotExist: '!',
}

/** The requirements of a selector as objects have it, sorted by key: what `describe` and `-o wide` print. */
export const requirementsOf = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector): readonly Requirement[] =>
  [
    ...Object.entries(matchLabels).map(([key, value]): Requirement => ({ key, operator: '=', values: [value] })),
    ...matchExpressions.map(({ key, operator, values = [] }): Requirement => {
      const known = operators[operator]
      if (known === undefined) throw new SelectorError(`"${operator}" is not a valid label selector operator`)
      return { key, operator: known, values }
    }),
  ].toSorted((left, right) => compareBytes(left.key, right.key))
