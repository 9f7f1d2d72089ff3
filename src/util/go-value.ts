import { compareUtf8 } from './compare.ts'
import { goQuote } from './go-quote.ts'
import { Float, numberKind } from './json-number.ts'

/** A JSON value as Go's `%v` prints it: `map[a:b]`, `[x y]`, `<nil>`, `1e+06`. */
export const goValue = (value: unknown): string => {
  if (value === null || value === undefined) return '<nil>'
  if (Array.isArray(value)) return `[${value.map(goValue).join(' ')}]`
  if (isMap(value))
    return `map[${entries(value)
      .map(([key, item]) => `${key}:${goValue(item)}`)
      .join(' ')}]`
  return scalar(value)
}

/** A JSON value as Go's `%#v` prints it: `map[string]interface {}{"a":1}`. */
export const goSyntax = (value: unknown): string => {
  if (value === null || value === undefined) return 'interface {}(nil)'
  if (typeof value === 'string') return goQuote(value)
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`
  if (!isMap(value)) return scalar(value)
  const items = entries(value).map(([key, item]) => `${goQuote(key)}:${goSyntax(item)}`)
  return `map[string]interface {}{${items.join(', ')}}`
}

/** The name of the Go type that a JSON value is decoded into. */
export const goType = (value: unknown): string => {
  if (value === null || value === undefined) return '<nil>'
  if (Array.isArray(value)) return '[]interface {}'
  const number = numberKind(value)
  if (number) return `${number}64`
  if (typeof value === 'boolean') return 'bool'
  return typeof value === 'string' ? 'string' : 'map[string]interface {}'
}

/** A float64 in the fewest digits that tell it, with an exponent where Go's %g has one: below 1e-4, from 1e6. */
export const goFloat = (value: number): string => {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
  const [digits = '', exponent = '0'] = value.toExponential().split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 6) return String(value)
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

/** Whether a value is what JSON calls an object. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Float)

const scalar = (value: unknown): string => {
  if (value instanceof Float) return goFloat(value.valueOf())
  return numberKind(value) === 'float' ? goFloat(Number(value)) : String(value)
}

const entries = (map: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(map).sort(([left], [right]) => compareUtf8(left, right))
