import { Float, goNumber } from '../../util/json-number.ts'

/** The number that a token of digits, sign and dots is: an int64 where it can be, else a float64. */
export const parseNumber = (token: string): unknown => {
  const digits = token.replace(/^\+/, '')
  if (/^-?\d+$/.test(digits)) return goNumber(digits)
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(digits)) return undefined
  const value = Number(digits)
  return Number.isInteger(value) ? new Float(value) : value
}

const escapes = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-3][0-7]{2})|(.?))/gs
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

/** The text that a Go literal between `"` or `'` means; undefined where its escapes are wrong. */
export const unquote = (quoted: string): string | undefined => {
  const quote = quoted.charAt(0)
  const between = quoted.slice(1, -1)
  let valid = quoted.length > 1 && !between.replace(escapes, '').includes(quote)
  const text = between.replace(escapes, (_, hex2, hex4, hex8, octal, char) => {
    const code = octal ? Number.parseInt(octal, 8) : Number.parseInt(hex2 ?? hex4 ?? hex8 ?? '-1', 16)
    const meant = code >= 0 ? fromCode(code) : char === quote ? quote : short[char]
    valid &&= meant !== undefined
    return meant ?? ''
  })
  return valid ? text : undefined
}

const fromCode = (code: number): string | undefined =>
  code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code)
