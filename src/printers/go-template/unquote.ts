/** The text of a Go string or character literal with its quotes; undefined where it is none. */
export const unquote = (literal: string): string | undefined => {
  const quote = literal.charAt(0)
  const body = literal.slice(1, -1)
  if (quote === '`') return body.replaceAll('\r', '')
  let out = ''
  for (let at = 0; at < body.length; ) {
    const match = piece.exec(body.slice(at, at + 10))
    const text = match && pieceText(match, quote)
    if (match === null || text === null || text === undefined) return undefined
    out += text
    at += match[0].length
  }
  return out
}

const piece =
  /^(?:\\([abfnrtv\\'"])|\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\([0-7]{3})|([^\\\n]))/
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

const pieceText = (match: RegExpExecArray, quote: string): string | undefined => {
  const [, letter, byte, four, eight, octal, plain] = match
  if (plain !== undefined) return plain === quote ? undefined : plain
  if (letter !== undefined) return short[letter] ?? (letter === quote ? letter : undefined)
  const code = octal === undefined ? Number.parseInt(byte ?? four ?? eight ?? '', 16) : Number.parseInt(octal, 8)
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code)
}
