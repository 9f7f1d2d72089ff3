import { canonicalAddress, formatAddress, parseAddress } from './address.ts'
import { isWithin, labelsOf, lower } from './names.ts'

const v4 = 'in-addr.arpa.'
const v6 = 'ip6.arpa.'

/** Whether a name lies in one of the two trees of addresses. */
export const isReverse = (name: string): boolean => isWithin(v4, lower(name)) || isWithin(v6, lower(name))

/** The address that a reverse name stands for: `1.0.96.10.in-addr.arpa.` is 10.96.0.1; undefined if it is not whole. */
export const addressFromReverse = (name: string): string | undefined => {
  const key = lower(name)
  if (key.endsWith(`.${v4}`)) return canonicalAddress(labelsOf(key.slice(0, -v4.length)).toReversed().join('.'))
  if (!key.endsWith(`.${v6}`)) return undefined
  const nibbles = labelsOf(key.slice(0, -v6.length)).toReversed()
  if (nibbles.length !== 32 || nibbles.some(nibble => nibble.length !== 1)) return undefined
  return canonicalAddress((nibbles.join('').match(/.{4}/g) ?? []).join(':'))
}

/** The reverse name of an address: `dig -x` asks for it. */
export const reverseName = (address: string): string | undefined => {
  const bytes = parseAddress(address)
  if (!bytes) return undefined
  return bytes.length === 4
    ? `${Array.from(bytes).toReversed().join('.')}.${v4}`
    : `${nibblesOf(bytes).join('.')}.${v6}`
}

const nibblesOf = (bytes: Uint8Array): readonly string[] =>
  Array.from(bytes)
    .flatMap(byte => [byte >> 4, byte & 15])
    .map(nibble => nibble.toString(16))
    .toReversed()

/** The reverse zones of a CIDR; one that ends inside a label stands for several: 10.0.0.0/15 is two zones. */
export const reverseZones = (cidr: string): readonly string[] | undefined => {
  const [address = '', width = ''] = cidr.split('/')
  const bytes = parseAddress(address)
  if (!bytes || !/^\d{1,3}$/.test(width) || Number(width) > bytes.length * 8) return undefined
  const step = bytes.length === 4 ? 8 : 4
  const labels = Math.ceil(Number(width) / step)
  return labels === 0 ? [bytes.length === 4 ? v4 : v6] : subnets(bytes, Number(width), step).map(zoneOf(step, labels))
}

const subnets = (bytes: Uint8Array, width: number, step: number): readonly Uint8Array[] => {
  const end = Math.ceil(width / step) * step
  return Array.from({ length: 2 ** (end - width) }, (_, index) => withBits(masked(bytes, width), end, index))
}

const masked = (bytes: Uint8Array, width: number): Uint8Array =>
  bytes.map((byte, index) => byte & (0xff << Math.min(8, Math.max(0, 8 * (index + 1) - width))))

const withBits = (bytes: Uint8Array, end: number, value: number): Uint8Array =>
  bytes.map((byte, index) => (index === Math.floor((end - 1) / 8) ? byte | (value << ((8 - (end % 8)) % 8)) : byte))

const zoneOf =
  (step: number, labels: number) =>
  (bytes: Uint8Array): string => {
    const all = step === 8 ? formatAddress(bytes).split('.').toReversed() : nibblesOf(bytes)
    return `${all.slice(all.length - labels).join('.')}.${step === 8 ? v4 : v6}`
  }
