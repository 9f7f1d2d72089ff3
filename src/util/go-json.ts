import { compareBytes } from './compare.ts'

const escapes = /[<>&\u2028\u2029]/g
const escapeChar = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * JSON as Go's encoding/json writes it: keys sorted, `<`, `>`, `&`, U+2028 and U+2029 escaped.
 * `indent` counts blanks a level; 0 is one line. `sorted: false` keeps the order of the keys (a typed struct's).
 */
export const toGoJson = (value: unknown, indent = 0, { sorted = true }: { sorted?: boolean } = {}): string =>
  JSON.stringify(sorted ? sortKeys(value) : value, undefined, indent).replace(escapes, escapeChar)

/** The same value with the keys of every map in byte order, as Go prints maps. */
export const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => compareBytes(left, right))
      .map(([key, entry]) => [key, sortKeys(entry)]),
  )
}
