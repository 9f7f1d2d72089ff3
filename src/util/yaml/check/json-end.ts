import { YamlError } from '../error.ts'

/** A fault of JSON text as Go's decoder words it, with the number of bytes read up to it. */
export class JsonSyntaxError extends YamlError {
  readonly offset: number

  constructor(problem: string, text: string, index: number) {
    super(problem)
    this.offset = new TextEncoder().encode(text.slice(0, index + 1)).length
  }
}

/**
 * Where the JSON value that begins at `from` ends, read as Go's decoder reads a stream. Throws a JsonSyntaxError, or a
 * YamlError `unexpected EOF` where the text ends first.
 */
export const jsonEnd = (text: string, from: number): number => {
  const open: string[] = []
  let at = skipSpace(text, from)
  for (;;) {
    at = readStart(text, at, open)
    if (open.at(-1) === 'opened') {
      open.pop()
      continue
    }
    at = closeAll(text, at, open)
    if (open.length === 0) return at
  }
}

const skipSpace = (text: string, from: number): number => {
  let at = from
  while (text.charAt(at) !== '' && ' \t\r\n'.includes(text.charAt(at))) at++
  return at
}

// Reads a scalar, or the opening of a collection that is not empty: that leaves `opened` on the stack for its first
// value.
const readStart = (text: string, from: number, open: string[]): number => {
  const char = text.charAt(from)
  if (char === '{' || char === '[') {
    const closing = char === '{' ? '}' : ']'
    const at = skipSpace(text, from + 1)
    if (text.charAt(at) === closing) return at + 1
    open.push(closing, 'opened')
    return char === '{' ? readKey(text, at, 'looking for beginning of object key string') : at
  }
  if (char === '"') return stringEnd(text, from)
  return literalEnd(text, from)
}

const closeAll = (text: string, from: number, open: string[]): number => {
  let end = from
  while (open.length > 0) {
    const at = skipSpace(text, end)
    const closing = open.at(-1)
    if (text.charAt(at) === ',') {
      const next = skipSpace(text, at + 1)
      return closing === '}' ? readKey(text, next, 'looking for beginning of object key string') : next
    }
    if (text.charAt(at) !== closing) {
      throw unexpected(text, at, closing === '}' ? 'after object key:value pair' : 'after array element')
    }
    open.pop()
    end = at + 1
  }
  return end
}

const readKey = (text: string, from: number, where: string): number => {
  if (text.charAt(from) !== '"') throw unexpected(text, from, where)
  const at = skipSpace(text, stringEnd(text, from))
  if (text.charAt(at) !== ':') throw unexpected(text, at, 'after object key')
  return skipSpace(text, at + 1)
}

const stringEnd = (text: string, from: number): number => {
  for (let at = from + 1; ; at++) {
    const char = text.charAt(at)
    if (char === '"') return at + 1
    if (char === '' || char < ' ') throw unexpected(text, at, 'in string literal')
    if (char === '\\') at = escapeEnd(text, at + 1)
  }
}

const escapeEnd = (text: string, at: number): number => {
  const char = text.charAt(at)
  if (char !== 'u') {
    if (char === '' || !'"\\/bfnrt'.includes(char)) throw unexpected(text, at, 'in string escape code')
    return at
  }
  for (let digit = at + 1; digit <= at + 4; digit++) {
    if (!/^[0-9a-fA-F]$/.test(text.charAt(digit))) throw unexpected(text, digit, 'in \\u hexadecimal character escape')
  }
  return at + 4
}

const literalEnd = (text: string, from: number): number => {
  const char = text.charAt(from)
  const word = { t: 'true', f: 'false', n: 'null' }[char]
  if (word === undefined) {
    if (char === '-' || (char >= '0' && char <= '9')) return numberEnd(text, from)
    throw unexpected(text, from, 'looking for beginning of value')
  }
  for (let index = 1; index < word.length; index++) {
    if (text.charAt(from + index) !== word.charAt(index)) {
      throw unexpected(text, from + index, `in literal ${word} (expecting '${word.charAt(index)}')`)
    }
  }
  return from + word.length
}

const numberEnd = (text: string, from: number): number => {
  const number = /-?(?:0|[1-9][0-9]*)?(\.[0-9]*)?([eE][-+]?[0-9]*)?/y
  number.lastIndex = from
  const [all = '', fraction, exponent] = number.exec(text) ?? []
  const end = from + all.length
  if (all === '-') throw unexpected(text, end, 'in numeric literal')
  if (fraction === '.') throw unexpected(text, from + all.indexOf('.') + 1, 'after decimal point in numeric literal')
  if (exponent !== undefined && !/[0-9]$/.test(exponent)) throw unexpected(text, end, 'in exponent of numeric literal')
  return end
}

const unexpected = (text: string, at: number, where: string): YamlError => {
  const char = text.slice(at, at + 2)
  if (char === '') return new YamlError('unexpected EOF')
  return new JsonSyntaxError(
    `invalid character ${quote(String.fromCodePoint(char.codePointAt(0) ?? 0))} ${where}`,
    text,
    at,
  )
}

const quote = (char: string): string => {
  if (char === "'") return "'\\''"
  if (char === '"') return `'"'`
  return `'${JSON.stringify(char)
    .slice(1, -1)
    .replace(/^\\u00/, '\\x')}'`
}
