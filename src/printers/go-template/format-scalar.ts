import { goQuote } from '../../util/go-quote.ts'
import { goFloat } from '../../util/go-value.ts'
import { pad, type Spec } from './spec.ts'
import { toNumber } from './values.ts'

const bases: Readonly<Record<string, number>> = { b: 2, o: 8, O: 8, d: 10, v: 10, x: 16, X: 16 }
const prefixes: Readonly<Record<string, string>> = { b: '0b', o: '0', x: '0x', X: '0X' }

/** An integer by a verb of Go's fmt; undefined where the verb is not for integers. */
export const formatInt = (value: unknown, spec: Spec): string | undefined => {
  const { verb, flags } = spec
  const number = BigInt(toNumber(value))
  const unpadded = { ...spec, flags: flags.replaceAll('0', '') }
  if (verb === 'c') return pad(toChar(number), spec)
  if (verb === 'q')
    return pad(`'${goQuote(toChar(number)).slice(1, -1).replace(/^'$/, "\\'").replace('\\"', '"')}'`, spec)
  const base = bases[verb]
  if (verb !== 'U' && base === undefined) return undefined
  const digits = (number < 0n ? -number : number).toString(base ?? 16)
  if (verb === 'U') return pad(`U+${digits.toUpperCase().padStart(Math.max(4, spec.precision ?? 0), '0')}`, unpadded)
  if (spec.precision === 0 && number === 0n) return pad('', unpadded)
  const sign = number < 0n ? '-' : signOf(flags)
  const filled = digits.padStart(spec.precision ?? zerosOf(spec, sign), '0')
  const prefix =
    verb === 'O' ? '0o' : flags.includes('#') && !(verb === 'o' && filled.startsWith('0')) ? prefixes[verb] : ''
  return pad(sign + (prefix ?? '') + (verb === 'X' ? filled.toUpperCase() : filled), unpadded)
}

const zerosOf = ({ flags, width = 0 }: Spec, sign: string): number =>
  flags.includes('0') && !flags.includes('-') ? width - sign.length : 0

const signOf = (flags: string): string => (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '')

const toChar = (number: bigint): string =>
  number < 0n || number > 0x10ffffn || (number >= 0xd800n && number < 0xe000n)
    ? '\ufffd'
    : String.fromCodePoint(Number(number))

/** A float by a verb of Go's fmt; undefined where the verb is not for floats. */
export const formatFloat = (value: unknown, spec: Spec): string | undefined => {
  const { flags, width = 0 } = spec
  const number = Number(toNumber(value))
  const digits = digitsOf(Math.abs(number), spec)
  if (digits === undefined) return undefined
  const sign = number < 0 ? '-' : signOf(flags)
  const fills = flags.includes('0') && !flags.includes('-') && sign !== ''
  return fills ? sign + digits.padStart(width - 1, '0') : pad(sign + digits, spec)
}

const digitsOf = (number: number, { verb, precision }: Spec): string | undefined => {
  const places = Math.min(precision ?? 6, 100)
  if (verb === 'f' || verb === 'F') return number.toFixed(places)
  if (verb === 'e' || verb === 'E') return inCase(twoDigits(number.toExponential(places)), verb)
  if (verb !== 'g' && verb !== 'G' && verb !== 'v') return undefined
  return inCase(precision === undefined ? goFloat(number) : general(number, Math.min(precision || 1, 100)), verb)
}

// %g with a precision: that many digits, and an exponent where there are more before the point.
const general = (number: number, precision: number): string => {
  const [digits = '', exponent = '0'] = number.toExponential(precision - 1).split('e')
  const shortest = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
  const power = Number(exponent)
  if (power < -4 || power >= precision) return twoDigits(`${shortest}e${power < 0 ? '' : '+'}${power}`)
  return String(Number(number.toPrecision(precision)))
}

const inCase = (text: string, verb: string): string => (/[EG]/.test(verb) ? text.toUpperCase() : text)

const twoDigits = (text: string): string => text.replace(/e([-+])(\d)$/, 'e$10$2')

/** Text by a verb of Go's fmt; undefined where the verb is not for text. */
export const formatString = (value: unknown, spec: Spec): string | undefined => {
  const { precision, flags, verb } = spec
  const all = String(value)
  if (verb === 'x' || verb === 'X') return pad(hexOf(all, spec), spec)
  const text = precision === undefined ? all : Array.from(all).slice(0, precision).join('')
  if (verb === 's' || verb === 'v') return pad(text, spec)
  if (verb !== 'q') return undefined
  return pad(flags.includes('#') && !/[`\n]/.test(text) ? `\`${text}\`` : goQuote(text), spec)
}

const hexOf = (text: string, { precision, flags, verb }: Spec): string => {
  const bytes = Array.from(new TextEncoder().encode(text)).slice(0, precision)
  if (bytes.length === 0) return ''
  const prefix = flags.includes('#') ? '0x' : ''
  const pairs = bytes.map(byte => byte.toString(16).padStart(2, '0'))
  const hex = flags.includes(' ') ? pairs.map(pair => prefix + pair).join(' ') : prefix + pairs.join('')
  return verb === 'X' ? hex.toUpperCase() : hex
}
