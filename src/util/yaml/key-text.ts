import { goQuote } from '../go-quote.ts'
import { goFloat } from '../go-value.ts'
import { YamlError } from './error.ts'

/** A map key as text: numbers and booleans as Go prints them. Throws a YamlError for null, lists and maps. */
export const keyText = (key: unknown): string => {
  if (typeof key === 'string') return key
  if (typeof key === 'boolean') return String(key)
  if (typeof key === 'number') return numberText(key)
  if (key === null) throw new YamlError('unsupported map key of type: %!s(<nil>), key: <nil>, value: <nil>')
  throw new YamlError(`yaml: invalid map key: ${goLiteral(key)}`)
}

// The library rounds keys to float32 on their way; that leaves common ones alone.
const numberText = (key: number): string => {
  if (Number.isInteger(key) && Number.isSafeInteger(key)) return String(key)
  if (Number.isNaN(key)) return '.nan'
  if (!Number.isFinite(key)) return key > 0 ? '.inf' : '-.inf'
  return goFloat(shortest(key))
}

const shortest = (key: number): number => {
  const narrow = Math.fround(key)
  for (let digits = 1; digits < 10; digits++) {
    const text = Number(narrow.toPrecision(digits))
    if (Math.fround(text) === narrow) return text
  }
  return narrow
}

// `{{ .name }}` in a manifest is a map as the key of a map: Go prints it as source code.
const goLiteral = (value: unknown): string => {
  if (value === null) return 'interface {}(nil)'
  if (typeof value === 'string') return goQuote(value)
  if (Array.isArray(value)) return `[]interface {}{${value.map(goLiteral).join(', ')}}`
  if (typeof value !== 'object') return String(value)
  const items = Object.entries(value).map(([key, item]) => `${goQuote(key)}:${goLiteral(item)}`)
  return `map[interface {}]interface {}{${items.join(', ')}}`
}
