import { isIPv4, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * 4 or 6; 0 for what Go would not take as an address (`010.0.0.1`, `10.1`). ipaddr.js takes more, so it is asked
 * second.
 */
export const ipVersion = (text: string): 0 | 4 | 6 => {
  if (isIPv4(text)) return 4
  // A zone (`fe80::1%eth0`) is no part of an address in the API.
  return !text.includes('%') && isIPv6(text) ? 6 : 0
}

export const isIpv6 = (text: string): boolean => ipVersion(text) === 6

/** An address as a number, to compare and count with. Throws RangeError for what is no address. */
export const toNumber = (address: string): bigint => {
  if (ipVersion(address) === 0) throw new RangeError(`${address} is not an IP address`)
  return BigInt(`0x${Buffer.from(ipaddr.parse(address).toByteArray()).toString('hex')}`)
}

export const fromNumber = (value: bigint, version: 4 | 6): string => {
  const digits = value.toString(16).padStart(version === 4 ? 8 : 32, '0')
  return ipaddr.fromByteArray([...Buffer.from(digits, 'hex')]).toString()
}

/** The one way to write an address: `2001:DB8:0::1` is `2001:db8::1`. */
export const canonicalIp = (address: string): string =>
  // Of an IPv4 address there is one form only.
  ipVersion(address) === 4 ? address : fromNumber(toNumber(address), 6)

/** A range of addresses: its first one, and how many bits of it are fixed. */
export interface Cidr {
  readonly first: bigint
  readonly prefix: number
  readonly version: 4 | 6
}

/** Reads `10.96.0.0/16`; undefined for what Go would not take. Bits behind the prefix are dropped. */
export const parseCidr = (text: string): Cidr | undefined => {
  const [address = '', length = '', rest] = text.split('/')
  const version = ipVersion(address)
  const prefix = Number(length)
  if (rest !== undefined || version === 0 || !/^(0|[1-9]\d{0,2})$/.test(length) || prefix > bitsOf(version))
    return undefined
  const free = BigInt(bitsOf(version) - prefix)
  return { first: (toNumber(address) >> free) << free, prefix, version }
}

const bitsOf = (version: 4 | 6): number => (version === 4 ? 32 : 128)

const cidrOf = (text: string): Cidr => {
  const cidr = lately.get(text) ?? parseCidr(text)
  if (!cidr) throw new RangeError(`${text} is not a CIDR`)
  if (lately.size >= mostLately) lately.clear()
  lately.set(text, cidr)
  return cidr
}

// A cluster has few ranges, and counts in them all the time.
const mostLately = 1000
const lately = new Map<string, Cidr>()

/** How many addresses a range has, the first and the last included. */
export const sizeOf = (range: string): bigint => {
  const { prefix, version } = cidrOf(range)
  return 1n << BigInt(bitsOf(version) - prefix)
}

/** The address of a range with this number, counted from 0. */
export const addressAt = (range: string, index: number | bigint): string => {
  const { first, version } = cidrOf(range)
  return fromNumber(first + BigInt(index), version)
}

/** The number of an address within a range, counted from 0; undefined if it lies outside. */
export const indexIn = (range: string, address: string): bigint | undefined => {
  const { first, version } = cidrOf(range)
  if (ipVersion(address) !== version) return undefined
  const index = toNumber(address) - first
  return index >= 0n && index < sizeOf(range) ? index : undefined
}

export const contains = (range: string, address: string): boolean => indexIn(range, address) !== undefined

/**
 * The `index`th part of a range when it is cut into ranges of this prefix: `10.244.0.0/16`, 24, 1 is `10.244.1.0/24`.
 */
export const subnet = (range: string, prefix: number, index: number): string => {
  const { version } = cidrOf(range)
  const step = 1n << BigInt(bitsOf(version) - prefix)
  return `${addressAt(range, step * BigInt(index))}/${prefix}`
}
