import { type Cursor, isBlank, isBlankOrEnd, isBreak, type Mark } from './cursor.ts'
import { scanError } from './syntax-error.ts'

/** Skips a plain scalar; tells whether it ended behind a line break. `indent` is that of the block around it. */
export const skipPlain = (cursor: Cursor, indent: number, inFlow: boolean): boolean => {
  const start = cursor.mark
  let brokeLine = false
  while (!cursor.atDocumentMarker() && cursor.peek() !== '#') {
    const from = cursor.index
    while (!isBlankOrEnd(cursor.peek()) && !endsPlain(cursor, inFlow)) cursor.skip()
    if (cursor.index > from) brokeLine = false
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break
    brokeLine = skipBlanks(cursor, { start, indent: indent + 1, brokeLine })
    if (!inFlow && cursor.column < indent + 1) break
  }
  return brokeLine
}

const endsPlain = (cursor: Cursor, inFlow: boolean): boolean => {
  const char = cursor.peek()
  if (char === ':') return isBlankOrEnd(cursor.peek(1))
  return inFlow && ',?[]{}'.includes(char)
}

const skipBlanks = (
  cursor: Cursor,
  { start, indent, brokeLine }: { start: Mark; indent: number; brokeLine: boolean },
): boolean => {
  let broke = brokeLine
  for (let char = cursor.peek(); isBlank(char) || isBreak(char); char = cursor.peek()) {
    if (isBreak(char)) {
      broke = true
      cursor.skipLine()
    } else {
      if (broke && cursor.column < indent && char === '\t') {
        throw scanError('found a tab character that violates indentation', cursor.mark, start)
      }
      cursor.skip()
    }
  }
  return broke
}

/** Skips a quoted scalar from its opening quote to behind the closing one. */
export const skipQuoted = (cursor: Cursor, quote: string) => {
  const start = cursor.mark
  cursor.skip()
  for (;;) {
    if (cursor.atDocumentMarker()) throw scanError('found unexpected document indicator', cursor.mark, start)
    if (cursor.atEnd) throw scanError('found unexpected end of stream', cursor.mark, start)
    const char = cursor.peek()
    if (isBreak(char)) cursor.skipLine()
    else if (char === quote && quote === "'" && cursor.peek(1) === "'") cursor.skip(2)
    else if (char === quote) return cursor.skip()
    else if (char === '\\' && quote === '"') skipEscape(cursor, start)
    else cursor.skip()
  }
}

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

const skipEscape = (cursor: Cursor, start: Mark) => {
  const char = cursor.peek(1)
  if (isBreak(char)) {
    cursor.skip()
    return cursor.skipLine()
  }
  const digits = hexDigits[char]
  if (digits === undefined) {
    if (char === '' || !'0abt\tnvfre "\'\\N_LP/'.includes(char)) {
      throw scanError('found unknown escape character', cursor.mark, start)
    }
    return cursor.skip(2)
  }
  skipCode(cursor, start, digits)
}

const skipCode = (cursor: Cursor, start: Mark, digits: number): void => {
  cursor.skip(2)
  const code = cursor.text.slice(cursor.index, cursor.index + digits)
  if (!/^[0-9a-fA-F]+$/.test(code) || code.length < digits) {
    throw scanError('did not find expected hexdecimal number', cursor.mark, start)
  }
  const value = Number.parseInt(code, 16)
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
    throw scanError('found invalid Unicode character escape code', cursor.mark, start)
  }
  cursor.skip(digits)
}

/** Skips a literal or folded block from its `|` or `>`; `indent` is that of the block around it. */
export const skipBlockScalar = (cursor: Cursor, indent: number): void => {
  const start = cursor.mark
  cursor.skip()
  const hint = skipHeader(cursor, start)
  let own = hint > 0 ? Math.max(indent, 0) + hint : 0
  own = skipMargin(cursor, { start, own, outer: indent })
  while (cursor.column === own && !cursor.atEnd) {
    cursor.skipToLineEnd()
    if (cursor.atEnd) return
    cursor.skipLine()
    skipMargin(cursor, { start, own, outer: indent })
  }
}

const skipHeader = (cursor: Cursor, start: Mark): number => {
  const header = /^(?:[-+]?([0-9]?)|([0-9])[-+])/.exec(cursor.text.slice(cursor.index, cursor.index + 2))
  const digit = header?.[1] || header?.[2] || ''
  if (digit === '0') throw scanError('found an indentation indicator equal to 0', cursor.mark, start)
  const trailing = digit !== '' && header?.[2] === undefined && /[-+]/.test(cursor.peek(header?.[0].length)) ? 1 : 0
  cursor.skip((header?.[0].length ?? 0) + (/^[0-9]/.test(header?.[0] ?? '') ? trailing : 0))
  while (isBlank(cursor.peek())) cursor.skip()
  if (cursor.peek() === '#') cursor.skipToLineEnd()
  if (!cursor.atEnd && !isBreak(cursor.peek())) {
    throw scanError('did not find expected comment or line break', cursor.mark, start)
  }
  if (!cursor.atEnd) cursor.skipLine()
  return digit === '' ? 0 : Number(digit)
}

// Skips indentation and empty lines; with no indentation known yet, the deepest of them sets it.
const skipMargin = (cursor: Cursor, { start, own, outer }: { start: Mark; own: number; outer: number }): number => {
  let deepest = 0
  for (;;) {
    while ((own === 0 || cursor.column < own) && cursor.peek() === ' ') cursor.skip()
    deepest = Math.max(deepest, cursor.column)
    if ((own === 0 || cursor.column < own) && cursor.peek() === '\t') {
      throw scanError('found a tab character where an indentation space is expected', cursor.mark, start)
    }
    if (!isBreak(cursor.peek())) return own || Math.max(deepest, outer + 1, 1)
    cursor.skipLine()
  }
}
