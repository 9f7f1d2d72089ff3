import { goQuote } from './go-quote.ts'

const truths: Readonly<Record<string, boolean>> = {
  1: true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
  0: false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
}

/** Go's strconv.ParseBool; throws an Error in its words. */
export const parseBool = (text: string): boolean => {
  const value = Object.hasOwn(truths, text) ? truths[text] : undefined
  return value ?? fail('ParseBool', text, 'invalid syntax')
}

const forms = [
  { form: /^0[xX]((?:_?[0-9a-fA-F])+)$/, prefix: '0x' },
  { form: /^0[bB]((?:_?[01])+)$/, prefix: '0b' },
  { form: /^0[oO]?((?:_?[0-7])+)$/, prefix: '0o' },
  { form: /^((?:0|[1-9])(?:_?\d)*)$/, prefix: '' },
]

/**
 * Go's strconv.ParseInt with base 0: decimal, `0x`, `0b`, `0o` and `_` between digits. Throws an Error in its words.
 */
export const parseInteger = (text: string, bits: 32 | 64): number => {
  const [, sign, digits = ''] = /^([-+]?)(.*)$/s.exec(text) ?? []
  const known = forms.find(({ form }) => form.test(digits)) ?? fail('ParseInt', text, 'invalid syntax')
  const size = BigInt(known.prefix + (known.form.exec(digits)?.[1] ?? '').replaceAll('_', ''))
  const value = sign === '-' ? -size : size
  const limit = 2n ** BigInt(bits - 1)
  if (value >= limit || value < -limit) fail('ParseInt', text, 'value out of range')
  return Number(value)
}

/** Go's strconv.Atoi: decimal digits with or without a sign. Throws an Error in its words. */
export const parseAtoi = (text: string): number => {
  if (!/^[-+]?\d+$/.test(text)) fail('Atoi', text, 'invalid syntax')
  const value = BigInt(text.replace(/^\+/, ''))
  if (value >= 2n ** 63n || value < -(2n ** 63n)) fail('Atoi', text, 'value out of range')
  return Number(value)
}

/** Go's strconv.ParseUint with base 10. Throws an Error in its words. */
export const parseUint = (text: string, bits: 16 | 32 | 64): number => {
  if (!/^\d+$/.test(text)) fail('ParseUint', text, 'invalid syntax')
  if (BigInt(text) >= 2n ** BigInt(bits)) fail('ParseUint', text, 'value out of range')
  return Number(text)
}

const fail = (what: string, text: string, why: string): never => {
  throw new Error(`strconv.${what}: parsing ${goQuote(text)}: ${why}`)
}
