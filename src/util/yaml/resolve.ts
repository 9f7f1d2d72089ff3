/** What a plain scalar is in YAML 1.1 as go-yaml v2 reads it. Numbers beyond 2^53 are bigints. */
export type Resolved =
  | { readonly kind: 'string' | 'timestamp'; readonly value: string }
  | { readonly kind: 'null'; readonly value: null }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: number | bigint }
  | { readonly kind: 'float'; readonly value: number }

/** The type and value that unquoted text stands for. */
export const resolvePlain = (text: string): Resolved => {
  if (text === '') return { kind: 'null', value: null }
  const first = text.charAt(0)
  if ('yYnNtTfFoO~'.includes(first)) return resolveWord(text)
  if (first === '.') return resolveDotted(text)
  if ((first >= '0' && first <= '9') || first === '+' || first === '-') return resolveNumber(text)
  return { kind: 'string', value: text }
}

/** Whether text must be quoted to be read back as a string, by go-yaml or by a stricter reader of YAML 1.1. */
export const looksTyped = (text: string): boolean => resolvePlain(text).kind !== 'string' || isBase60(text)

const yes = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const no = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/
const nothing = /^(?:~|null|Null|NULL)$/

const resolveWord = (text: string): Resolved => {
  if (text.length > 5) return { kind: 'string', value: text }
  if (yes.test(text)) return { kind: 'bool', value: true }
  if (no.test(text)) return { kind: 'bool', value: false }
  return nothing.test(text) ? { kind: 'null', value: null } : { kind: 'string', value: text }
}

const infinite = /^([-+]?)\.(?:inf|Inf|INF)$/
const notANumber = /^\.(?:nan|NaN|NAN)$/

const resolveDotted = (text: string): Resolved => {
  if (notANumber.test(text)) return { kind: 'float', value: Number.NaN }
  if (infinite.test(text)) return { kind: 'float', value: Number.POSITIVE_INFINITY }
  const isFloat = /^\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?$/.test(text)
  return isFloat ? float(text.replaceAll('_', ''), text) : { kind: 'string', value: text }
}

const resolveNumber = (text: string): Resolved => {
  const sign = infinite.exec(text)?.[1]
  if (sign !== undefined) return { kind: 'float', value: sign === '-' ? -Infinity : Infinity }
  if (isTimestamp(text)) return { kind: 'timestamp', value: text }
  const plain = text.includes('_') ? text.replaceAll('_', '') : text
  const integer = parseInteger(plain)
  if (integer !== undefined) return { kind: 'int', value: integer }
  const isFloat = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(plain)
  return isFloat ? float(plain, text) : { kind: 'string', value: text }
}

// A float that overflows is a range error to Go and so stays text.
const float = (digits: string, text: string): Resolved => {
  const value = Number(digits)
  return Number.isFinite(value) ? { kind: 'float', value } : { kind: 'string', value: text }
}

const forms = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/

// Go's strconv.ParseInt and ParseUint with base 0: a leading zero is octal.
const parseInteger = (text: string): number | bigint | undefined => {
  const match = forms.exec(text)
  if (match === null) return undefined
  const [, sign, hex, binary, octal, decimal] = match
  if (decimal !== undefined && decimal.length < 16) return Number(text)
  const size = BigInt(hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal ?? '0'))
  const value = sign === '-' ? -size : size
  if (value < -(2n ** 63n) || value >= (sign === '' ? 2n ** 64n : 2n ** 63n)) return undefined
  return Number.isSafeInteger(Number(value)) ? Number(value) : value
}

const dates =
  /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:$|[Tt ]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(.*)$)/

const isTimestamp = (text: string): boolean => {
  const match = dates.exec(text)
  if (match === null) return false
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = match
  if (zone !== undefined && !(text.includes(' ') ? zone === '' : /^(?:Z|[-+][0-9]{2}:[0-9]{2})$/.test(zone)))
    return false
  const inYear = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
  return inYear && Number(day) <= days && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
}

const isBase60 = (text: string): boolean =>
  text.includes(':') && /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text)
