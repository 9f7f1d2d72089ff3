import { PrinterError } from '../printer.ts'
import type { SliceNode } from './nodes.ts'
import type { Scanner } from './scanner.ts'

/** What a pair of brackets holds: a slice, one quoted key, or several of either between commas. */
export type Bracket =
  | SliceNode
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'union'; readonly parts: readonly string[] }

const slicePattern = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/
const keyPattern = /^'([^']*)'$/

/** Reads from `[` to the first `]`, quoted or not: so kubectl does. */
export const parseBracket = (scanner: Scanner): Bracket => {
  const start = scanner.position + 1
  scanner.takeUntil(char => char === ']' || char === '\n')
  if (scanner.peek() !== ']') throw new PrinterError('unterminated array')
  const text = scanner.text.slice(start, scanner.position)
  scanner.position += 1
  return readBracket(text === '*' ? ':' : text)
}

const readBracket = (text: string): Bracket => {
  const parts = text.split(',')
  if (parts.length > 1) return { kind: 'union', parts: parts.map(part => part.replace(/^ +/, '').replace(/ +$/, '')) }
  const key = keyPattern.exec(text)?.[1]
  if (key !== undefined) return { kind: 'key', key }
  const [whole, start, end, step] = slicePattern.exec(text) ?? []
  if (whole === undefined) throw new PrinterError(`invalid array index ${text}`)
  const from = readIndex(start)
  const single = end === undefined
  return {
    kind: 'slice',
    start: from,
    end: single ? (from ?? 0) + 1 : readIndex(end.slice(1)),
    step: readIndex(step?.slice(1)),
    single,
  }
}

const readIndex = (digits: string | undefined): number | undefined => {
  if (!digits) return undefined
  const index = Number(digits)
  if (digits === '-' || !Number.isSafeInteger(index)) throw new PrinterError(`array index ${digits} is not a number`)
  return index
}
