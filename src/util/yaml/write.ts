import { goFloat } from '../go-value.ts'
import { Float } from '../json-number.ts'
import { compareKeys } from './key-order.ts'
import { readBack } from './read-back.ts'
import { chooseStyle, hasBreak, isSimple } from './scalar-style.ts'
import { lineEnd, writeScalar } from './scalar-text.ts'

/**
 * A JSON value as kubectl prints it with -o yaml: one document with its final newline, keys in natural order.
 * `sorted: false` keeps the keys as they come. Throws a YamlError for control characters that YAML cannot hold.
 */
export const toYaml = (value: unknown, { sorted = true }: { readonly sorted?: boolean } = {}): string => {
  const parts: string[] = []
  writeNode(value, { indent: 0, column: 0, sorted, parts })
  parts.push('\n')
  const written = parts.join('')
  return written.includes(lineEnd) ? written.replaceAll(`${lineEnd}\n`, '') : written
}

interface Place {
  /** Where the entries of a collection that begins here stand. */
  readonly indent: number
  /** The column that was reached. */
  readonly column: number
  readonly sorted: boolean
  readonly parts: string[]
}

const writeNode = (value: unknown, place: Place): void => {
  if (Array.isArray(value)) writeSequence(value, place)
  else if (isObject(value)) writeMapping(value, place)
  else place.parts.push(scalar(value, { ...place, key: false, indent: place.indent }))
}

const writeSequence = (items: readonly unknown[], place: Place): void => {
  if (items.length === 0) return void place.parts.push('[]')
  const { indent } = place
  const margin = `\n${' '.repeat(indent)}- `
  for (const [index, item] of items.entries()) {
    place.parts.push(index === 0 ? '- ' : margin)
    writeNode(item, { ...place, indent: indent + 2, column: indent + 2 })
  }
}

const writeMapping = (map: Readonly<Record<string, unknown>>, place: Place): void => {
  const keys = Object.keys(map).filter(key => map[key] !== undefined)
  if (keys.length === 0) return void place.parts.push('{}')
  if (place.sorted && keys.length > 1) keys.sort(compareKeys)
  const margin = `\n${' '.repeat(place.indent)}`
  for (const [index, key] of keys.entries()) {
    if (index > 0) place.parts.push(margin)
    if (!isSimple(key) && isComplexKey(key)) writeComplexEntry(key, map[key], place)
    else writeEntry(key, map[key], place)
  }
}

const writeEntry = (key: string, value: unknown, place: Place): void => {
  const { indent, parts } = place
  const name = scalar(key, { column: indent, indent: indent + 2, key: true })
  parts.push(name, ':')
  writeValue(value, { ...place, column: indent + name.length + 1 })
}

// A sequence stands under its key without further indentation, a map with.
const writeValue = (value: unknown, place: Place): void => {
  const { indent, parts } = place
  if (Array.isArray(value) && value.length > 0) {
    parts.push(`\n${' '.repeat(indent)}`)
    writeSequence(value, place)
  } else if (isObject(value) && !isEmpty(value)) {
    parts.push(`\n${' '.repeat(indent + 2)}`)
    writeMapping(value, { ...place, indent: indent + 2 })
  } else {
    parts.push(' ')
    writeNode(value, { ...place, indent: indent + 2, column: place.column + 1 })
  }
}

const writeComplexEntry = (key: string, value: unknown, place: Place): void => {
  const inner = { ...place, indent: place.indent + 2, column: place.indent + 2 }
  place.parts.push('? ', scalar(key, { ...inner, key: false }), `\n${' '.repeat(place.indent)}: `)
  writeNode(value, inner)
}

// libyaml writes `? key` for keys of several lines and keys of more than 128 bytes.
const isComplexKey = (key: string): boolean =>
  hasBreak(key) || key.length > 128 || (key.length > 42 && new TextEncoder().encode(key).length > 128)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Float)

const isEmpty = (map: Readonly<Record<string, unknown>>): boolean =>
  Object.values(map).every(item => item === undefined)

const scalar = (value: unknown, place: { column: number; indent: number; key: boolean }): string => {
  if (typeof value === 'string') return isSimple(value) ? value : text(value, place)
  if (value instanceof Float) return number(value.valueOf())
  return typeof value === 'number' ? number(value) : String(value ?? null)
}

const text = (value: string, place: { column: number; indent: number; key: boolean }): string => {
  const read = readBack(value)
  return writeScalar(read, chooseStyle(read, place.key), { ...place, indent: Math.max(place.indent, 2) })
}

// The value passes through JSON on its way: what looks like an integer there stays one.
const number = (value: number): string => {
  if (Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 64) return String(value === 0 ? 0 : value)
  return goFloat(value)
}
