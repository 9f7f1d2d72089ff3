import { goQuote } from '../../util/go-quote.ts'
import { isAlphaNumeric, lexNumber } from './lex-number.ts'

export type TokenKind =
  | 'text'
  | '{{'
  | '}}'
  | '('
  | ')'
  | 'space'
  | 'assign'
  | 'declare'
  | 'pipe'
  | 'char'
  | 'string'
  | 'number'
  | 'bool'
  | 'nil'
  | 'dot'
  | 'field'
  | 'variable'
  | 'identifier'
  | 'keyword'
  | 'error'
  | 'end'

/** A piece of a template; `at` counts UTF-16 units from 0, `line` from 1. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly at: number
  readonly line: number
}

/**
 * Cuts a template into tokens. A fault is the last token, of kind `error`: it matters only if the parser gets there.
 */
export const lex = (source: string): readonly Token[] => {
  const lexer: Lexer = { source, at: 0, line: 1, depth: 0, tokens: [] }
  while (lexer.tokens.at(-1)?.kind !== 'end' && lexer.tokens.at(-1)?.kind !== 'error') lexText(lexer)
  return lexer.tokens
}

interface Lexer {
  readonly source: string
  at: number
  line: number
  depth: number
  readonly tokens: Token[]
}

const space = /[ \t\r\n]/
const keywords = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with'])

const emit = (lexer: Lexer, kind: TokenKind, end: number): void => {
  const text = lexer.source.slice(lexer.at, end)
  lexer.tokens.push({ kind, text, at: lexer.at, line: lexer.line })
  skipTo(lexer, end)
}

const skipTo = (lexer: Lexer, end: number): void => {
  for (; lexer.at < end; lexer.at++) if (lexer.source.charAt(lexer.at) === '\n') lexer.line++
}

const fail = ({ at, line, tokens }: Lexer, text: string): void => void tokens.push({ kind: 'error', text, at, line })

const lexText = (lexer: Lexer) => {
  const { source } = lexer
  const found = source.indexOf('{{', lexer.at)
  const open = found < 0 ? source.length : found
  const trims = /^\{\{-[ \t\r\n]/.test(source.slice(open, open + 4))
  const end = trims ? lexer.at + source.slice(lexer.at, open).trimEnd().length : open
  if (end > lexer.at) emit(lexer, 'text', end)
  skipTo(lexer, open)
  if (found < 0) return emit(lexer, 'end', open)
  const inside = open + (trims ? 4 : 2)
  if (source.startsWith('/*', inside)) return lexComment(lexer, inside)
  emit(lexer, '{{', inside - (trims ? 1 : 0))
  lexer.depth = 0
  while (lexInside(lexer));
}

const lexComment = (lexer: Lexer, from: number) => {
  const close = lexer.source.indexOf('*/', from)
  if (close < 0) return fail(lexer, 'unclosed comment')
  const end = /^(?:\}\}|[ \t\r\n]-\}\}[ \t\r\n]*)/.exec(lexer.source.slice(close + 2))?.[0]
  if (end === undefined) return fail(lexer, 'comment ends before closing delimiter')
  skipTo(lexer, close + 2 + end.length)
}

// One token inside an action; false when the action is over.
const lexInside = (lexer: Lexer): boolean => {
  const { source, at } = lexer
  const rest = source.slice(at, at + 4)
  if (rest.startsWith('}}') || /^[ \t\r\n]-\}\}/.test(rest)) return closeAction(lexer)
  const char = rest.charAt(0)
  if (char === '') return stop(lexer, 'unclosed action')
  if (space.test(char)) return lexSpace(lexer)
  if (char === '"' || char === "'" || char === '`') return lexQuoted(lexer, char)
  if (char === '=' || char === '|') return add(lexer, char === '=' ? 'assign' : 'pipe', at + 1)
  if (char === ':') return rest.charAt(1) === '=' ? add(lexer, 'declare', at + 2) : stop(lexer, 'expected :=')
  if (char === '(' || char === ')') return lexParen(lexer, char)
  if (char === '$' || (char === '.' && !/[0-9]/.test(rest.charAt(1)) && rest.length > 1)) return lexName(lexer, at + 1)
  if (/[-+.0-9]/.test(char)) return lexNumeral(lexer)
  return isAlphaNumeric(source, at) ? lexName(lexer, at) : lexChar(lexer)
}

const add = (lexer: Lexer, kind: TokenKind, end: number): true => {
  emit(lexer, kind, end)
  return true
}

const stop = (lexer: Lexer, problem: string): false => {
  fail(lexer, problem)
  return false
}

const closeAction = (lexer: Lexer): false => {
  if (lexer.depth > 0) return stop(lexer, 'unclosed left paren')
  const trims = !lexer.source.startsWith('}}', lexer.at)
  if (trims) skipTo(lexer, lexer.at + 2)
  emit(lexer, '}}', lexer.at + 2)
  if (trims) skipTo(lexer, lexer.at + (/^[ \t\r\n]*/.exec(lexer.source.slice(lexer.at))?.[0].length ?? 0))
  return false
}

// The last blank before `-}}` belongs to the delimiter.
const lexSpace = (lexer: Lexer): true => {
  let end = lexer.at
  while (space.test(lexer.source.charAt(end))) end++
  if (lexer.source.startsWith('-}}', end)) end--
  return add(lexer, 'space', end)
}

const quotes: Readonly<Record<string, readonly [TokenKind, string]>> = {
  '"': ['string', 'unterminated quoted string'],
  '`': ['string', 'unterminated raw quoted string'],
  "'": ['number', 'unterminated character constant'],
}

const lexQuoted = (lexer: Lexer, quote: string): boolean => {
  const [kind, problem] = quotes[quote] ?? ['string', '']
  for (let end = lexer.at + 1; end < lexer.source.length; end++) {
    const char = lexer.source.charAt(end)
    if (char === quote) return add(lexer, kind, end + 1)
    if (quote === '`') continue
    if (char === '\\' && lexer.source.charAt(end + 1) !== '\n') end++
    else if (char === '\n' || char === '\\') break
  }
  return stop(lexer, problem)
}

const lexParen = (lexer: Lexer, paren: '(' | ')'): boolean => {
  lexer.depth += paren === '(' ? 1 : -1
  return lexer.depth < 0 ? stop(lexer, 'unexpected right paren') : add(lexer, paren, lexer.at + 1)
}

const lexName = (lexer: Lexer, from: number): boolean => {
  let end = from
  for (let width = isAlphaNumeric(lexer.source, end); width > 0; width = isAlphaNumeric(lexer.source, end)) end += width
  const following = lexer.source.charAt(end)
  if (following !== '' && !' \t\r\n.,|:)('.includes(following) && !lexer.source.startsWith('}}', end)) {
    return stop(lexer, `bad character ${unicodeName(lexer.source, end)}`)
  }
  return add(lexer, nameKind(lexer.source.slice(lexer.at, end)), end)
}

const nameKind = (name: string): TokenKind => {
  if (name.startsWith('$')) return 'variable'
  if (name.startsWith('.')) return name === '.' ? 'dot' : 'field'
  if (keywords.has(name)) return 'keyword'
  if (name === 'true' || name === 'false') return 'bool'
  return name === 'nil' ? 'nil' : 'identifier'
}

const lexNumeral = (lexer: Lexer): boolean => {
  const { end, valid } = lexNumber(lexer.source, lexer.at)
  if (valid) return add(lexer, 'number', end)
  return stop(lexer, `bad number syntax: ${goQuote(lexer.source.slice(lexer.at, end))}`)
}

const lexChar = (lexer: Lexer): boolean =>
  /[!-~]/.test(lexer.source.charAt(lexer.at))
    ? add(lexer, 'char', lexer.at + 1)
    : stop(lexer, `unrecognized character in action: ${unicodeName(lexer.source, lexer.at)}`)

const unicodeName = (source: string, at: number): string => {
  const code = source.codePointAt(at) ?? 0
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const char = String.fromCodePoint(code)
  return /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(char) ? `${name} '${char}'` : name
}
