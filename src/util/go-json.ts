import { compareUtf8 } from './compare.ts'
import { isMap } from './go-value.ts'

const escapes = /[<>&\u2028\u2029]/g
const escapeChar = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * JSON as Go's encoding/json writes it: keys sorted, `<`, `>`, `&`, U+2028 and U+2029 escaped.
 * `indent` counts blanks a level; 0 is one line. `sorted: false` keeps the order of the keys (a typed struct's).
 */
export const toGoJson = (value: unknown, indent = 0, { sorted = true }: { sorted?: boolean } = {}): string =>
  wholeChars(writeValue(value, { sorted, indent: ' '.repeat(indent), margin: '\n' })).replace(escapes, escapeChar)

// Half a surrogate pair is U+FFFD, as Go decodes it.
const wholeChars = (json: string): string => (json.includes('\\ud') ? json.replace(halfPair, '\ufffd') : json)
const halfPair = /(?<=(?:^|[^\\])(?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g

/**
 * The same value with the keys of every map in byte order, as Go prints maps (but numbers first, as JavaScript does).
 */
export const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isMap(value)) return value
  return Object.fromEntries(sortedEntries(value).map(([key, entry]) => [key, sortKeys(entry)]))
}

interface Layout {
  readonly sorted: boolean
  readonly indent: string
  /** A newline and the blanks that the closing bracket stands behind. */
  readonly margin: string
}

const writeValue = (value: unknown, layout: Layout): string => {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value))
    return writeItems(
      '[]',
      value.map(item => writeValue(item ?? null, inside(layout))),
      layout,
    )
  if (!isMap(value)) return JSON.stringify(value)
  const entries = layout.sorted ? sortedEntries(value) : Object.entries(value)
  const colon = layout.indent ? ': ' : ':'
  const items = entries
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${JSON.stringify(key)}${colon}${writeValue(item, inside(layout))}`)
  return writeItems('{}', items, layout)
}

const inside = (layout: Layout): Layout => ({ ...layout, margin: layout.margin + layout.indent })

const writeItems = (brackets: string, items: readonly string[], { indent, margin }: Layout): string => {
  const [open = '', close = ''] = brackets
  if (items.length === 0) return brackets
  if (!indent) return `${open}${items.join(',')}${close}`
  return `${open}${margin}${indent}${items.join(`,${margin}${indent}`)}${margin}${close}`
}

const sortedEntries = (map: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(map).sort(([left], [right]) => compareUtf8(left, right))
