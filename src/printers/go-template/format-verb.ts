import { compareBytes } from '../../util/compare.ts'
import { goQuote } from '../../util/go-quote.ts'
import { goFloat, goSyntax, isMap } from '../../util/go-value.ts'
import { Int, kindOf, toNumber, typeOf, valueText } from './values.ts'

/** Text as Go's Sprintf makes it of a format and its arguments, with its `%!d(string=x)` for what does not fit. */
export const sprintf = (format: string, args: readonly unknown[]): string => {
  let used = 0
  const text = format.replace(
    verbs,
    (all, flags: string, width: string, precision: string | undefined, verb: string) => {
      if (verb === '%') return '%'
      if (verb === '') return '%!(NOVERB)'
      const star = (part: string): string => (part === '*' ? valueText(args[used++]) : part)
      const spec = { flags, width: Number(star(width) || 0), ...precisionOf(precision, star), verb }
      if (used >= args.length) return `%!${verb}(MISSING)`
      return all === '' ? '' : pad(formatVerb(args[used++], spec), spec)
    },
  )
  const extra = args.slice(used).map(arg => (kindOf(arg) === 'invalid' ? '<nil>' : `${typeOf(arg)}=${valueText(arg)}`))
  return extra.length > 0 ? `${text}%!(EXTRA ${extra.join(', ')})` : text
}

interface Spec {
  readonly flags: string
  readonly width: number
  readonly precision?: number
  readonly verb: string
}

const verbs = /%([-+# 0]*)(\*|[0-9]*)(?:\.(\*|[0-9]*))?([\s\S]|$)/gu

const precisionOf = (text: string | undefined, star: (part: string) => string): { precision?: number } =>
  text === undefined ? {} : { precision: Number(star(text) || 0) }

const pad = (text: string, { flags, width, verb }: Spec): string => {
  const missing = width - Array.from(text).length
  if (missing <= 0) return text
  if (flags.includes('-')) return text + ' '.repeat(missing)
  if (!flags.includes('0') || verb === 'T') return ' '.repeat(missing) + text
  const sign = /^[-+]/.exec(text)?.[0] ?? ''
  return sign + '0'.repeat(missing) + text.slice(sign.length)
}

const formatVerb = (value: unknown, spec: Spec): string => {
  const kind = kindOf(value)
  const { verb } = spec
  if (verb === 'T') return kind === 'invalid' ? '<nil>' : typeOf(value)
  if (verb === 'v') return spec.flags.includes('#') && !(value instanceof Int) ? goSyntax(value) : valueText(value)
  if (kind === 'invalid') return `%!${verb}(<nil>)`
  if (kind === 'map' || kind === 'slice') return formatEach(value, spec)
  const text = scalars[kind]?.(value, spec)
  return text ?? `%!${verb}(${typeOf(value)}=${valueText(value)})`
}

const formatEach = (value: unknown, spec: Spec): string => {
  if (Array.isArray(value)) return `[${value.map(item => formatVerb(item, spec)).join(' ')}]`
  if (!isMap(value)) return ''
  const entries = Object.entries(value).sort(([left], [right]) => compareBytes(left, right))
  return `map[${entries.map(([key, item]) => `${formatVerb(key, spec)}:${formatVerb(item, spec)}`).join(' ')}]`
}

const bases: Readonly<Record<string, number>> = { b: 2, o: 8, d: 10, x: 16, X: 16 }

const formatInt = (value: unknown, { flags, verb }: Spec): string | undefined => {
  const number = toNumber(value)
  const base = bases[verb]
  if (verb === 'c') return String.fromCodePoint(Number(number))
  if (verb === 'q') return `'${goQuote(String.fromCodePoint(Number(number))).slice(1, -1)}'`
  if (verb === 'U') return `U+${number.toString(16).toUpperCase().padStart(4, '0')}`
  if (base === undefined) return undefined
  const text = number.toString(base)
  const signed = flags.includes('+') && number >= 0 ? `+${text}` : text
  return verb === 'X' ? signed.toUpperCase() : signed
}

const formatFloat = (value: unknown, { flags, precision, verb }: Spec): string | undefined => {
  const number = Number(toNumber(value))
  const sign = flags.includes('+') && number >= 0 ? '+' : ''
  if (verb === 'f' || verb === 'F') return sign + number.toFixed(Math.min(precision ?? 6, 100))
  if (verb === 'e') return sign + twoDigits(number.toExponential(Math.min(precision ?? 6, 100)))
  if (verb === 'g')
    return (
      sign +
      (precision === undefined ? goFloat(number) : goFloat(Number(number.toPrecision(Math.min(precision || 1, 100)))))
    )
  return undefined
}

const twoDigits = (text: string): string => text.replace(/e([-+])(\d)$/, 'e$10$2')

const formatString = (value: unknown, { precision, flags, verb }: Spec): string | undefined => {
  const all = String(value)
  const text = precision === undefined ? all : Array.from(all).slice(0, precision).join('')
  if (verb === 's') return text
  if (verb === 'q') return flags.includes('#') && !/[`\n]/.test(text) ? `\`${text}\`` : goQuote(text)
  if (verb !== 'x' && verb !== 'X') return undefined
  const hex = Array.from(new TextEncoder().encode(text), byte => byte.toString(16).padStart(2, '0')).join('')
  return verb === 'X' ? hex.toUpperCase() : hex
}

const scalars: Partial<Record<string, (value: unknown, spec: Spec) => string | undefined>> = {
  int: formatInt,
  float: formatFloat,
  string: formatString,
  bool: (value, { verb }) => (verb === 't' ? String(value) : undefined),
}
