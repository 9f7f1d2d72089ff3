// In nanoseconds.
const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
}
const most = 2n ** 63n

/** A text that is no duration, in Go's words. */
export class DurationError extends Error {
  override readonly name = 'DurationError'
}

/** Reads `1h30m`, `500ms`, `-1.5h`, `0` as Go's time.ParseDuration does; gives milliseconds. Throws DurationError. */
export const parseGoDuration = (text: string): number => {
  const [, sign, rest = ''] = /^([-+]?)(.*)$/s.exec(text) ?? []
  if (rest === '0') return 0
  const total = rest === '' ? invalid(text) : sum(rest, text)
  if (total >= most) invalid(text)
  const milliseconds = Number(total / 1_000_000n) + Number(total % 1_000_000n) / 1e6
  return sign === '-' && total !== 0n ? -milliseconds : milliseconds
}

const sum = (rest: string, text: string): bigint => {
  let total = 0n
  for (let left = rest; left !== ''; ) {
    const [piece, number, unit = ''] = /^(\d+\.?\d*|\.\d+)([^\d.]*)/.exec(left) ?? invalid(text)
    if (unit === '') throw new DurationError(`time: missing unit in duration ${quote(text)}`)
    const size = units[unit]
    if (size === undefined) throw new DurationError(`time: unknown unit ${quote(unit)} in duration ${quote(text)}`)
    const [whole, fraction = ''] = (number ?? '').split('.')
    total += BigInt(whole || '0') * BigInt(size) + BigInt(Math.floor(Number(fraction) * (size / 10 ** fraction.length)))
    left = left.slice(piece.length)
  }
  return total
}

const invalid = (text: string): never => {
  throw new DurationError(`time: invalid duration ${quote(text)}`)
}

// Go's time package quotes by itself: bytes outside of ASCII are written in hexadecimal.
const quote = (text: string): string =>
  `"${text.replace(/["\\]|[^ -~]/gu, char =>
    char === '"' || char === '\\'
      ? `\\${char}`
      : Array.from(new TextEncoder().encode(char), byte => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  )}"`

/** Milliseconds as Go prints a duration: `1h30m0s`, `1.5s`, `500ms`, `0s`. */
export const printGoDuration = (milliseconds: number): string => {
  const whole = Math.trunc(milliseconds)
  const nanoseconds = BigInt(whole) * 1_000_000n + BigInt(Math.round((milliseconds - whole) * 1e6))
  if (nanoseconds === 0n) return '0s'
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds
  return `${nanoseconds < 0n ? '-' : ''}${size < 1_000_000_000n ? small(size) : large(size)}`
}

const small = (nanoseconds: bigint): string => {
  if (nanoseconds < 1000n) return `${nanoseconds}ns`
  return nanoseconds < 1_000_000n ? `${decimal(nanoseconds, 3)}µs` : `${decimal(nanoseconds, 6)}ms`
}

const large = (nanoseconds: bigint): string => {
  const minutes = nanoseconds / 60_000_000_000n
  const seconds = `${decimal(nanoseconds % 60_000_000_000n, 9)}s`
  if (minutes === 0n) return seconds
  return minutes < 60n ? `${minutes}m${seconds}` : `${minutes / 60n}h${minutes % 60n}m${seconds}`
}

const decimal = (amount: bigint, digits: number): string => {
  const unit = 10n ** BigInt(digits)
  const fraction = String(amount % unit)
    .padStart(digits, '0')
    .replace(/0+$/, '')
  return `${amount / unit}${fraction && `.${fraction}`}`
}
