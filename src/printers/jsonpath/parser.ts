import { goQuote } from '../../util/go-quote.ts'
import { goUnquote } from '../../util/go-unquote.ts'
import { PrinterError } from '../printer.ts'
import { type Bracket, parseBracket } from './bracket.ts'
import { parseFilter } from './filter-parser.ts'
import { parseNumber } from './literals.ts'
import type { Path, PathNode, Template } from './nodes.ts'
import { isDigit, isTerminator, isWordChar, Scanner } from './scanner.ts'

/** A template of texts and `{paths}`; throws a PrinterError with the bare reason where it is wrong. */
export const parseTemplate = (text: string): Template => {
  const scanner = new Scanner(text)
  const template: Path[] = []
  while (scanner.position < text.length) {
    if (scanner.startsWith('{')) {
      scanner.position += 1
      template.push(parseAction(scanner))
    } else {
      template.push([{ kind: 'text', text: scanner.takeUntil(char => char === '{') }])
    }
  }
  return template
}

/** What stands between the braces of one action; a second action in `text` is read and ignored, as kubectl does. */
const parsePath = (text: string): Path => parseTemplate(`{${text}}`)[0] ?? []

const parseAction = (scanner: Scanner): Path => {
  const nodes: PathNode[] = []
  while (!scanner.startsWith('}')) nodes.push(...parseStep(scanner, nodes))
  scanner.position += 1
  return nodes
}

const parseStep = (scanner: Scanner, before: Path): Path => {
  if (scanner.startsWith('[?(')) return [parseFilter(scanner, parsePath)]
  if (scanner.startsWith('..')) return parseRecursive(scanner, before)
  const char = scanner.peek()
  if (char === '' || char === '\n' || char === '\r') throw new PrinterError('unclosed action')
  if (char === ' ' || char === '@' || char === '$') return skip(scanner)
  if (char === '[') return fromBracket(parseBracket(scanner))
  if (char === '"' || char === "'") return [parseQuoted(scanner)]
  if (char === '.') return [parseField(scanner)]
  if (char === '+' || char === '-' || isDigit(char)) return [parseNumberNode(scanner)]
  if (isWordChar(char)) return [parseIdentifier(scanner)]
  throw new PrinterError(`unrecognized character in action: ${describeChar(char)}`)
}

/** `@` and `$` both mean the value at hand: nothing to do. */
const skip = (scanner: Scanner): Path => {
  scanner.position += 1
  return []
}

const parseRecursive = (scanner: Scanner, before: Path): Path => {
  if (before.at(-1)?.kind === 'recursive') throw new PrinterError('invalid multiple recursive descent')
  scanner.position += 2
  const node: PathNode = { kind: 'recursive' }
  return isWordChar(scanner.peek()) ? [node, fieldNode(scanner)] : [node]
}

const parseField = (scanner: Scanner): PathNode => {
  scanner.position += 1
  return fieldNode(scanner)
}

const fieldNode = (scanner: Scanner): PathNode => {
  const start = scanner.position
  for (let char = scanner.peek(); !isTerminator(char); char = scanner.peek()) {
    scanner.next()
    if (char === '\\') scanner.next()
  }
  const name = scanner.text.slice(start, scanner.position)
  return name === '*' ? { kind: 'wildcard' } : { kind: 'field', name: name.replaceAll('\\', '') }
}

const parseQuoted = (scanner: Scanner): PathNode => {
  const start = scanner.position
  scanner.skipBehind(scanner.next(), 'unterminated quoted string')
  const quoted = scanner.text.slice(start, scanner.position)
  const text = goUnquote(quoted)
  if (text === undefined) throw new PrinterError(`unquote string ${quoted} error invalid syntax`)
  return { kind: 'text', text }
}

const parseNumberNode = (scanner: Scanner): PathNode => {
  const sign = isDigit(scanner.peek()) ? '' : scanner.next()
  const token = sign + scanner.takeUntil(char => char !== '.' && !isDigit(char))
  const value = parseNumber(token)
  if (value === undefined) throw new PrinterError(`cannot parse number ${token}`)
  return { kind: 'literal', value }
}

const parseIdentifier = (scanner: Scanner): PathNode => {
  const name = scanner.takeUntil(isTerminator)
  return name === 'true' || name === 'false'
    ? { kind: 'literal', value: name === 'true' }
    : { kind: 'identifier', name }
}

const fromBracket = (bracket: Bracket): Path => {
  if (bracket.kind === 'slice') return [bracket]
  if (bracket.kind === 'key') return parsePath(`.${bracket.key}`)
  return [{ kind: 'union', paths: bracket.parts.map(part => parsePath(`[${part}]`)) }]
}

/** Go's `%#U`: the code point, and the character where it can be printed. */
const describeChar = (char: string): string => {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return goQuote(char).includes(char) ? `${code} '${char}'` : code
}
