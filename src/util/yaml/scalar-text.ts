import type { Style } from './scalar-style.ts'
import { unprintable } from './scalar-style.ts'

/** Where a scalar is written: the column its first character has, and the indentation of its further lines. */
export interface Place {
  readonly column: number
  readonly indent: number
  /** A key is never folded. */
  readonly key: boolean
}

/** A string written in a style, folded after column 80 where the style allows it. */
export const writeScalar = (text: string, style: Style, place: Place): string => {
  if (style === 'literal') return literal(text, place)
  if (style === 'double') return doubleQuoted(text, place)
  return style === 'single' ? singleQuoted(text, place) : plain(text, place)
}

const width = 80

/** Stands where a line has ended already: the newline behind it is not written. No text that YAML can hold has it. */
export const lineEnd = '\uffff'

// U+2028 and U+2029 are breaks to libyaml as the newline is, and stay themselves.
const literal = (text: string, { indent }: Place): string => {
  const hint = /^[ \n\u2028\u2029]/.test(text) ? '2' : ''
  const ending = /[\n\u2028\u2029]*$/.exec(text)?.[0] ?? ''
  const chomp = ending === '' ? '-' : ending === text || ending.length > 1 ? '+' : ''
  const body = text.replace(/^[^\n\u2028\u2029]|(?<=[\n\u2028\u2029])[^\n\u2028\u2029]/gm, `${' '.repeat(indent)}$&`)
  return `|${hint}${chomp}\n${text.endsWith('\n') ? body.slice(0, -1) : body}${/[^\n]$/.test(ending) ? lineEnd : ''}`
}

const plain = (text: string, place: Place): string => {
  if (place.key || place.column + text.length <= width) return text
  return fold(text, place, { mayFold: at => text.charAt(at + 1) !== ' ', escape: char => char, afterFold: () => '' })
}

const singleQuoted = (text: string, place: Place): string => {
  const doubled = (char: string): string => (char === "'" ? "''" : char)
  const mayFold = (at: number): boolean => at > 0 && at < text.length - 1 && text.charAt(at + 1) !== ' '
  return `'${fold(text, { ...place, column: place.column + 1 }, { mayFold, escape: doubled, afterFold: () => '' })}'`
}

// A fold swallows one space; a backslash keeps the next one from being taken for indentation.
const doubleQuoted = (text: string, place: Place): string => {
  const mayFold = (at: number): boolean => at > 0 && at < text.length - 1
  const afterFold = (at: number): string => (text.charAt(at + 1) === ' ' ? '\\' : '')
  // libyaml looks for a byte order mark at the start of the text, whichever character it is about to write.
  if (text.startsWith('\ufeff')) return `"${Array.from(text, escapeAlways).join('')}"`
  return `"${fold(text, { ...place, column: place.column + 1 }, { mayFold, escape: escapeChar, afterFold })}"`
}

interface Rules {
  mayFold(at: number): boolean
  escape(char: string): string
  afterFold(at: number): string
}

const fold = (text: string, { column: start, indent, key }: Place, rules: Rules): string => {
  const newline = `\n${' '.repeat(indent)}`
  let [out, column, at, spaces] = ['', start, 0, false]
  for (const char of text) {
    if (char === ' ' && !key && !spaces && column > width && rules.mayFold(at)) {
      const kept = rules.afterFold(at)
      out += newline + kept
      column = indent + kept.length
    } else {
      const written = isRawBreak(out, char) ? newline.slice(1) + char : rules.escape(char)
      out += written
      column = written === char && /[\u2028\u2029]/.test(char) ? 0 : column + written.length
    }
    spaces = char === ' '
    at += char.length
  }
  return out
}

// U+2028 and U+2029 stay themselves in single quotes and end the line: what follows is indented.
const isRawBreak = (out: string, char: string): boolean => /[\u2028\u2029]$/.test(out) && !/[\u2028\u2029]/.test(char)

const short: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

const escapeChar = (char: string): string => {
  const known = short[char]
  return known === undefined && !unprintable.test(char) ? char : escapeAlways(char)
}

const escapeAlways = (char: string): string => {
  const known = char === '\xa0' ? '\\_' : short[char]
  if (known !== undefined) return known
  const code = char.codePointAt(0) ?? 0
  const hex = code.toString(16).toUpperCase()
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}
