import type { FieldError } from '../field-error.ts'
import { validateCanonicalCidr, validateCanonicalIp, validateCidr, validateIp } from './ip.ts'

type Check = (value: string, field: string) => readonly FieldError[]

/** What the server says of an address that it takes, but would write in another way. */
export const ipWarnings = (address: string, field: string): readonly string[] => {
  const plain = plainIPv4(address)
  if (plain !== undefined) return [`${field}: non-standard IP address "${address}" is invalid: use "${plain}"`]
  return warn(address, field, { taken: validateIp, usual: validateCanonicalIp, what: 'IPv6 address' })
}

/** An IPv4 address with zeros in front of its numbers, without them; undefined of any other text. */
const plainIPv4 = (text: string): string | undefined => {
  const parts = /^(?:\d+\.){3}\d+$/.test(text) ? text.split('.').map(Number) : []
  const plain = parts.join('.')
  return parts.length > 0 && parts.every(part => part <= 255) && plain !== text ? plain : undefined
}

/** The same of a range of addresses. */
export const cidrWarnings = (range: string, field: string): readonly string[] =>
  warn(range, field, { taken: validateCidr, usual: validateCanonicalCidr, what: 'IPv6 prefix' })

const warn = (
  value: string,
  field: string,
  { taken, usual, what }: { taken: Check; usual: Check; what: string },
): readonly string[] => {
  if (taken(value, field).length > 0) return []
  return usual(value, field).map(
    ({ detail }) =>
      `${field}: ${what} "${value}" should be in RFC 5952 canonical format ${/\(".*"\)$/.exec(detail)?.[0]}`,
  )
}
