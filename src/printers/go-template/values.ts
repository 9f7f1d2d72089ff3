import { goType, goValue, isMap } from '../../util/go-value.ts'
import { Float, numberKind } from '../../util/json-number.ts'

/** An integer that the template made, not the JSON: Go's type int (of a byte of a string: uint8). */
export class Int {
  readonly value: number
  readonly type: string

  constructor(value: number, type = 'int') {
    this.value = value
    this.type = type
  }
}

export type Kind = 'invalid' | 'bool' | 'int' | 'float' | 'string' | 'map' | 'slice'

/** What a value is to Go's reflection. A missing value and null are both `invalid`. */
export const kindOf = (value: unknown): Kind => {
  if (value === undefined || value === null) return 'invalid'
  if (value instanceof Int) return 'int'
  const number = numberKind(value)
  if (number) return number
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'string'
  return Array.isArray(value) ? 'slice' : 'map'
}

/** The name of a value's Go type. */
export const typeOf = (value: unknown): string => (value instanceof Int ? value.type : goType(value))

/** A value as `%v` prints it. */
export const valueText = (value: unknown): string => (value instanceof Int ? String(value.value) : goValue(value))

/** The number behind an int or a float. */
export const toNumber = (value: unknown): number | bigint => {
  if (value instanceof Int || value instanceof Float) return value instanceof Int ? value.value : value.valueOf()
  return typeof value === 'bigint' || typeof value === 'number' ? value : Number.NaN
}

/** Whether `if` takes a value for true: what is empty, zero or missing is not. */
export const isTrue = (value: unknown): boolean => {
  if (value === undefined || value === null) return false
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value !== ''
  if (Array.isArray(value)) return value.length > 0
  return isMap(value) && !(value instanceof Int) ? Object.keys(value).length > 0 : Number(toNumber(value)) !== 0
}
