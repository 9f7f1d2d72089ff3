import { PrinterError } from '../printer.ts'
import type { FilterNode, Path } from './nodes.ts'
import type { Scanner } from './scanner.ts'

const comparison = /^([^!<>=]+)([!<>=]+)([^\n]+)$/

/** Reads `[?(...)]`; `parsePath` reads the two sides, which stand for an action of their own. */
export const parseFilter = (scanner: Scanner, parsePath: (text: string) => Path): FilterNode => {
  scanner.position += '[?('.length
  const start = scanner.position
  skipToEnd(scanner)
  const text = scanner.text.slice(start, scanner.position - 1)
  if (scanner.next() !== ']') throw new PrinterError('unclosed array expect ]')
  const [, left, operator, right] = comparison.exec(text) ?? []
  if (left === undefined || right === undefined) {
    return { kind: 'filter', left: parsePath(text), operator: undefined, right: [] }
  }
  return { kind: 'filter', left: parsePath(left), operator, right: parsePath(right) }
}

/**
 * Moves behind the closing `)`. kubectl knows one quoted string a filter: after it, quotes count for nothing, and
 * before its end no `)` closes.
 */
const skipToEnd = (scanner: Scanner): void => {
  let quote = ''
  let closed = false
  for (let char = scanner.next(); char !== ')' || (quote !== '' && !closed); char = scanner.next()) {
    if (char === '' || char === '\n') throw new PrinterError('unterminated filter')
    if (char !== '"' && char !== "'") continue
    if (quote === '') quote = char
    else if (char === quote && scanner.text[scanner.position - 2] !== '\\') closed = true
  }
}
