import { describe, expect, test } from 'vitest'
import { validateCanonicalCidr, validateCanonicalIp, validateCidr, validateIp } from '../../../src/api/validation/ip.ts'

const noIp = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'
const noCidr = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'
const textOf = (faults: readonly { detail: string }[]): string =>
  faults.map(({ detail }) => detail.slice(detail.indexOf('": ') + 3)).join('; ')

describe('addresses', () => {
  test.for([
    ['10.9.8.7', ''],
    ['2001:db8::1', ''],
    ['2001:DB8:0::1', ''],
    ['300.1.1.1', noIp],
    ['10.1', noIp],
    ['db.example.com', noIp],
    ['', noIp],
    ['fe80::1%eth0', noIp],
    ['192.0.2.010', 'must not have leading 0s'],
    ['::ffff:1.2.3.4', 'must not be an IPv4-mapped IPv6 address'],
  ] as const)('%s: %s', ([address, text]) => {
    expect(textOf(validateIp(address, 'f'))).toBe(text)
  })

  test('may have to be canonical', () => {
    expect(textOf(validateCanonicalIp('2001:DB8:0::1', 'f'))).toBe('must be in canonical form ("2001:db8::1")')
    expect(validateCanonicalIp('2001:db8::1', 'f')).toEqual([])
  })
})

describe('ranges', () => {
  test.for([
    ['10.0.0.0/8', ''],
    ['2001:db8::/64', ''],
    ['0.0.0.0/0', ''],
    ['10.0.0.0', noCidr],
    ['10.0.0.0/33', noCidr],
    ['10.0.0.0/8/8', noCidr],
    ['x/8', noCidr],
    ['10.0.0.0/08', 'must not have leading 0s in IP or prefix length'],
    ['010.0.0.0/8', 'must not have leading 0s in IP or prefix length'],
    ['::ffff:1.2.3.0/120', 'must not have an IPv4-mapped IPv6 address'],
    ['10.0.0.1/8', 'must not have bits set beyond the prefix length'],
  ] as const)('%s: %s', ([range, text]) => {
    expect(textOf(validateCidr(range, 'f'))).toBe(text)
  })

  test('may have to be canonical', () => {
    expect(textOf(validateCanonicalCidr('2001:DB8::/64', 'f'))).toBe('must be in canonical form ("2001:db8::/64")')
  })
})
