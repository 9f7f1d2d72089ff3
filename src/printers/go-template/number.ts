import { goQuote } from '../../util/go-quote.ts'
import { goUnquote } from '../../util/go-unquote.ts'
import { Float } from '../../util/json-number.ts'
import { Int } from './values.ts'

/** The value of a number or character as written, or what Go says of it. */
export const parseNumber = (text: string): { readonly value: number | Int | Float } | { readonly problem: string } => {
  if (text.startsWith("'")) return parseChar(text)
  const plain = text.replaceAll('_', '').replace(/^\+/, '')
  const negative = plain.startsWith('-')
  const digits = (negative ? plain.slice(1) : plain).replace(/^0(?=[0-7]+$)/, '0o')
  if (/^(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0|[1-9][0-9]*)$/.test(digits))
    return integer(text, digits, negative)
  if (!/^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(digits)) {
    return { problem: `illegal number syntax: ${goQuote(text)}` }
  }
  const value = Number(digits) * (negative ? -1 : 1)
  return { value: Number.isInteger(value) ? new Float(value) : value }
}

const integer = (text: string, digits: string, negative: boolean): ReturnType<typeof parseNumber> => {
  const size = BigInt(digits.toLowerCase())
  const value = negative ? -size : size
  if (BigInt.asIntN(64, value) !== value) return { problem: `integer overflow: ${goQuote(text)}` }
  return { value: new Int(Number(value)) }
}

const parseChar = (text: string): ReturnType<typeof parseNumber> => {
  const char = goUnquote(text, { bytes: false })
  const code = char?.codePointAt(0)
  if (char === undefined || code === undefined || char.length !== String.fromCodePoint(code).length) {
    return { problem: `malformed character constant: ${text}` }
  }
  return { value: new Int(code) }
}
