import { compareBytes } from './compare.ts'
import { isMap } from './go-value.ts'

const escapes = /[<>&\u2028\u2029]/g
const escapeChar = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * JSON as Go's encoding/json writes it: keys sorted, `<`, `>`, `&`, U+2028 and U+2029 escaped.
 * `indent` counts blanks a level; 0 is one line. `sorted: false` keeps the order of the keys (a typed struct's).
 */
export const toGoJson = (value: unknown, indent = 0, { sorted = true }: { sorted?: boolean } = {}): string =>
  stringify(sorted ? sortKeys(value) : value, indent).replace(escapes, escapeChar)

/** The same value with the keys of every map in byte order, as Go prints maps. */
export const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => compareBytes(left, right))
      .map(([key, entry]) => [key, sortKeys(entry)]),
  )
}

/** JSON.stringify, and bigints as the integers that they are. */
const stringify = (value: unknown, indent: number): string => {
  try {
    return JSON.stringify(value, undefined, indent)
  } catch {
    const mark = (_: string, item: unknown): unknown => (typeof item === 'bigint' ? `\u0000${item}` : item)
    return JSON.stringify(value, mark, indent).replace(/"\\u0000(-?\d+)"/g, '$1')
  }
}
