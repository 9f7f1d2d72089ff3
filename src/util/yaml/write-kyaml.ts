import { compareUtf8 } from '../compare.ts'
import { toGoJson } from '../go-json.ts'
import { isMap } from '../go-value.ts'
import { readBack } from './read-back.ts'
import { looksTyped } from './resolve.ts'

/** A JSON value as KYAML, the YAML in flow style of `-o kyaml`: without the `---` and the final newline. */
export const toKyaml = (value: unknown, { sorted = true }: { readonly sorted?: boolean } = {}): string =>
  write(value, 0, sorted)

const write = (value: unknown, level: number, sorted: boolean): string => {
  if (typeof value === 'string') return quote(readBack(value), level + 1)
  if (Array.isArray(value)) return writeList(value, level, sorted)
  return isMap(value) ? writeMap(value, level, sorted) : toGoJson(value)
}

const margin = (level: number): string => '  '.repeat(level)

const writeMap = (map: Readonly<Record<string, unknown>>, level: number, sorted: boolean): string => {
  const keys = Object.keys(map).filter(key => map[key] !== undefined)
  if (keys.length === 0) return '{}'
  if (sorted) keys.sort(compareUtf8)
  const lines = keys.map(
    key => `${margin(level + 1)}${writeKey(readBack(key))}: ${write(map[key], level + 1, sorted)},\n`,
  )
  return `{\n${lines.join('')}${margin(level)}}`
}

// A list of nothing but maps and lists keeps its brackets on their lines.
const writeList = (items: readonly unknown[], level: number, sorted: boolean): string => {
  if (items.length === 0) return '[]'
  if (items.every(item => Array.isArray(item) || isMap(item))) {
    return `[${items.map(item => write(item, level, sorted)).join(', ')}]`
  }
  const lines = items.map(item => `${margin(level + 1)}${write(item, level + 1, sorted)},\n`)
  return `[\n${lines.join('')}${margin(level)}]`
}

const writeKey = (key: string): string =>
  unquoted.test(key) && !isAmbiguous(key) ? key : `"${Array.from(key, escapeChar).join('')}"`

const unquoted = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}_])?$/u

// Words that some reader of YAML takes for a boolean, null or a number, in whatever capitals.
const isAmbiguous = (key: string): boolean =>
  looksTyped(key) || /^(?:null|true|false|t|f|y|n|yes|no|on|off|[-+]?(?:inf|infinity|nan))$/i.test(key)

// Text of several lines shows one line each: an escaped break, and a folded one that YAML drops.
const quote = (text: string, level: number): string => {
  if (!text.includes('\n')) return `"${Array.from(text, escapeChar).join('')}"`
  let out = '"\\\n'
  for (const char of text) {
    if (out.endsWith('\n')) out += margin(level) + (char === ' ' ? '\\' : ' ')
    out += char === '\n' ? '\\n\\\n' : escapeChar(char)
  }
  return `${out.endsWith('\n') ? out : `${out}\\\n`}${margin(level)}"`
}

const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u
const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\x1b': '\\e',
  '\x85': '\\N',
  '\xa0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

const escapeChar = (char: string): string => {
  const known = short[char]
  if (known !== undefined || printable.test(char)) return known ?? char
  const code = char.codePointAt(0) ?? 0
  const hex = code.toString(16)
  if (code < 0x20 || code === 0x7f) return `\\x${hex.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}
