interface Reading {
  /** `\xff` and `\377` are a byte of a string's UTF-8, but a whole character of a character constant. */
  readonly bytes?: boolean
}

/** The text of a Go literal with its quotes (`"`, `'` or a backquote); undefined where it is none. */
export const goUnquote = (literal: string, { bytes = true }: Reading = {}): string | undefined => {
  const quote = literal.charAt(0)
  const body = literal.slice(1, -1)
  if (literal.length < 2) return undefined
  if (quote === '`') return body.replaceAll('\r', '')
  if (!body.includes('\\')) return body.includes(quote) ? undefined : body
  const parts: Buffer[] = []
  pieces.lastIndex = 0
  while (pieces.lastIndex < body.length) {
    const match = pieces.exec(body)
    const part = match && pieceOf(match, { quote, bytes })
    if (!part) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

const pieces =
  /\\(?:([abfnrtv\\'"])|x([\da-fA-F]{2})|([0-3][0-7]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))|([^\\"']+|["'])/sy

const short: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

const pieceOf = (
  [, letter, hex, octal, four, eight, plain]: RegExpExecArray,
  { quote, bytes }: Required<Reading> & { readonly quote: string },
): Buffer | undefined => {
  if (plain !== undefined) return plain === quote ? undefined : Buffer.from(plain)
  if (letter !== undefined) return letter === quote ? Buffer.from(quote) : textOf(short[letter])
  const code = octal === undefined ? Number.parseInt(hex ?? four ?? eight ?? '', 16) : Number.parseInt(octal, 8)
  const isByte = hex !== undefined || octal !== undefined
  return isByte && bytes ? Buffer.of(code) : textOf(charOf(code))
}

const textOf = (text: string | undefined): Buffer | undefined => (text === undefined ? undefined : Buffer.from(text))

const charOf = (code: number): string | undefined =>
  code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code)
