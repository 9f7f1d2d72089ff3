import { canonicalIp, fromNumber, ipVersion, parseCidr, toNumber } from '../../util/ip.ts'
import { type FieldError, invalid } from '../field-error.ts'

/** An address in any form that Go reads strictly: no leading zeros, no IPv4 within IPv6. */
export const validateIp = (address: string, field: string): readonly FieldError[] => {
  if (ipVersion(address) === 4) return []
  if (ipVersion(withoutLeadingZeros(address)) === 0) {
    return [invalid(field, address, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')]
  }
  if (ipVersion(address) === 0) return [invalid(field, address, 'must not have leading 0s')]
  return isMapped(address) ? [invalid(field, address, 'must not be an IPv4-mapped IPv6 address')] : []
}

/** As `validateIp`, and written in the one canonical way: for newer fields. */
export const validateCanonicalIp = (address: string, field: string): readonly FieldError[] => {
  const faults = validateIp(address, field)
  if (faults.length > 0) return faults
  const canonical = canonicalIp(address)
  return address === canonical ? [] : [invalid(field, address, `must be in canonical form ("${canonical}")`)]
}

/** A range in any form that Go reads strictly, with no bits behind its prefix. */
export const validateCidr = (range: string, field: string): readonly FieldError[] => {
  const [address = '', length = ''] = range.split('/')
  const cidr = parseCidr(`${withoutLeadingZeros(address)}/${length.replace(/^0+(?=\d)/, '')}`)
  if (!cidr || range.split('/').length !== 2) {
    return [invalid(field, range, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)')]
  }
  if (!parseCidr(range)) return [invalid(field, range, 'must not have leading 0s in IP or prefix length')]
  if (isMapped(address)) return [invalid(field, range, 'must not have an IPv4-mapped IPv6 address')]
  return canonicalCidr(range) === `${canonicalIp(address)}/${length}`
    ? []
    : [invalid(field, range, 'must not have bits set beyond the prefix length')]
}

/** As `validateCidr`, and written in the one canonical way: for newer fields. */
export const validateCanonicalCidr = (range: string, field: string): readonly FieldError[] => {
  const faults = validateCidr(range, field)
  if (faults.length > 0) return faults
  const canonical = canonicalCidr(range)
  return range === canonical ? [] : [invalid(field, range, `must be in canonical form ("${canonical}")`)]
}

const canonicalCidr = (range: string): string => {
  const cidr = parseCidr(range)
  return cidr ? `${fromNumber(cidr.first, cidr.version)}/${cidr.prefix}` : range
}

const withoutLeadingZeros = (address: string): string => address.replace(/(?<=^|[.:])0+(?=\d+(?:\.|$))/g, '')

const isMapped = (address: string): boolean => ipVersion(address) === 6 && toNumber(address) >> 32n === 0xffffn
