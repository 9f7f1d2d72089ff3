/** An amount of a resource. `nano` counts billionths; the form is how it is written. */
export interface Quantity {
  readonly nano: bigint
  readonly form: 'decimal' | 'binary' | 'exponent'
  /** The text it was read from, where that is kept as it is. */
  readonly text?: string | undefined
}

/** A text that is no quantity, in the server's words. */
export class QuantityError extends Error {
  override readonly name = 'QuantityError'
}

const one = 1_000_000_000n
const maxBinary = (2n ** 63n - 1n) * one
const decimalSuffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E']
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']

const wrongFormat = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"

/** Reads `500m`, `1.5Gi`, `1e3`; throws QuantityError. Less than a billionth is rounded up to one. */
export const parseQuantity = (text: string): Quantity => {
  const [, sign, whole = '', fraction = '', suffix = ''] =
    /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/.exec(text) ?? fail(wrongFormat)
  if (text === '') fail(wrongFormat)
  const scale = readSuffix(suffix)
  const digits = BigInt(`${whole}${fraction}` || '0')
  const exact = scaled(digits, scale, fraction.length)
  const amount = scale.form === 'binary' && exact > maxBinary ? maxBinary : exact
  const form = scale.form === 'binary' && amount > 0n && amount < one ? 'decimal' : scale.form
  const quantity = { nano: sign === '-' ? -amount : amount, form }
  return keepsText({ whole, fraction, digits, scale }) ? { ...quantity, text } : quantity
}

/** As the server writes it: the largest suffix that leaves a whole number. */
export const printQuantity = ({ nano, form, text }: Quantity): string => {
  if (text !== undefined) return text
  if (nano === 0n) return '0'
  if (form === 'binary' && nano % one === 0n && (nano >= 1024n * one || nano <= -1024n * one)) {
    const { amount, steps } = shorten(nano / one, 1024n, binarySuffixes.length - 1)
    return `${amount}${binarySuffixes[steps]}`
  }
  const { amount, steps } = shorten(nano, 1000n, form === 'exponent' ? Number.MAX_SAFE_INTEGER : 9)
  return form === 'exponent' ? `${amount}${exponentSuffix(steps * 3 - 9)}` : `${amount}${decimalSuffixes[steps]}`
}

/** The form in which the server keeps what a manifest says. */
export const canonicalQuantity = (text: string): string => printQuantity(parseQuantity(text))

/** Negative, zero, positive, as sort wants it. */
export const compareQuantities = (left: Quantity, right: Quantity): number =>
  left.nano < right.nano ? -1 : left.nano > right.nano ? 1 : 0

/** The sum, written in the form of the first that is not zero. */
export const addQuantities = (left: Quantity, right: Quantity): Quantity => ({
  nano: left.nano + right.nano,
  form: left.nano === 0n ? right.form : left.form,
})

export const subtractQuantities = (left: Quantity, right: Quantity): Quantity =>
  addQuantities(left, { nano: -right.nano, form: right.form })

export const zeroQuantity: Quantity = { nano: 0n, form: 'decimal' }

/** Whole units, rounded up: bytes, pods. */
export const quantityValue = ({ nano }: Quantity): number => Number(roundUp(nano, one))

/** Thousandths, rounded up: of a CPU. */
export const quantityMilli = ({ nano }: Quantity): number => Number(roundUp(nano, one / 1000n))

interface Scale {
  readonly form: Quantity['form']
  readonly exponent: number
}

const fail = (message: string): never => {
  throw new QuantityError(message)
}

const readSuffix = (suffix: string): Scale => {
  const decimal = decimalSuffixes.indexOf(suffix)
  if (decimal >= 0) return { form: 'decimal', exponent: decimal * 3 - 9 }
  const binary = binarySuffixes.indexOf(suffix)
  if (binary >= 0) return { form: 'binary', exponent: binary * 10 }
  const [, exponent] = /^[eE]([-+]?\d{1,9})$/.exec(suffix) ?? fail("unable to parse quantity's suffix")
  return { form: 'exponent', exponent: Number(exponent) }
}

const scaled = (digits: bigint, { form, exponent }: Scale, decimals: number): bigint => {
  if (form === 'binary') return roundUp(digits * 2n ** BigInt(exponent) * one, 10n ** BigInt(decimals))
  const shift = exponent + 9 - decimals
  if (digits === 0n) return 0n
  // Far outside of what a resource can be: no number of that many digits is built.
  if (shift < -1000) return 1n
  if (shift > 1000) return fail('unable to parse numeric part of quantity')
  return shift >= 0 ? digits * 10n ** BigInt(shift) : roundUp(digits, 10n ** BigInt(-shift))
}

const roundUp = (amount: bigint, unit: bigint): bigint =>
  amount / unit + (amount > 0n && amount % unit !== 0n ? 1n : 0n)

interface Written {
  readonly whole: string
  readonly fraction: string
  readonly digits: bigint
  readonly scale: Scale
}

// The server reuses a text that it takes for canonical: `1.500` stays, `1.5` becomes `1500m`.
const keepsText = ({ whole, fraction, digits, scale }: Written): boolean => {
  if (digits === 0n) return false
  const shown = `${whole.replace(/^0+/, '') || '0'}${fraction}`
  if (scale.form === 'binary')
    return fraction === '' && (digits & 7n) !== 0n && shown.length + scale.exponent * 0.3 < 14
  const exponent = scale.exponent - fraction.length
  return exponent % 3 === 0 && exponent >= -9 && shown.length <= 18 && !shown.endsWith('000') && !shown.startsWith('0')
}

const shorten = (start: bigint, base: bigint, most: number): { amount: bigint; steps: number } => {
  let amount = start
  let steps = 0
  while (steps < most && amount % base === 0n) {
    amount /= base
    steps += 1
  }
  return { amount, steps }
}

const exponentSuffix = (exponent: number): string => (exponent === 0 ? '' : `e${exponent}`)
