import { isDefined } from '../util/range.ts'

/** The bytes of an address, 4 or 16; undefined if it is none. As strict as Go: no leading zeros, no short forms. */
export const parseAddress = (text: string): Uint8Array | undefined =>
  text.includes(':') ? parseIpv6(text) : parseIpv4(text)

export const isIpv4 = (text: string): boolean => !text.includes(':') && parseIpv4(text) !== undefined
export const isIpv6 = (text: string): boolean => text.includes(':') && parseIpv6(text) !== undefined

const parseIpv4 = (text: string): Uint8Array | undefined => {
  if (text.length < 7 || text.length > 15) return undefined
  const bytes = new Uint8Array(4)
  let [part, value, digits] = [0, 0, 0]
  for (let at = 0; at <= text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) {
      if (digits > 0 && value === 0) return undefined
      value = value * 10 + digit
      digits++
      continue
    }
    if (digits === 0 || value > 255 || part > 3 || (at < text.length && text[at] !== '.')) return undefined
    bytes[part++] = value
    value = 0
    digits = 0
  }
  return part === 4 ? bytes : undefined
}

const parseIpv6 = (text: string): Uint8Array | undefined => {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map(groupsOf)
  if (!head || (halves.length === 2 && !tail)) return undefined
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail ? missing < 1 : missing !== 0) return undefined
  const groups = tail ? [...head, ...Array<number>(missing).fill(0), ...tail] : head
  return Uint8Array.from(groups.flatMap(group => [group >> 8, group & 255]))
}

const groupsOf = (text: string): number[] | undefined => {
  if (text === '') return []
  const parts = text.split(':')
  const last = parts.at(-1) ?? ''
  const embedded = last.includes('.') ? parseIpv4(last) : undefined
  if (last.includes('.') && !embedded) return undefined
  const groups = (embedded ? parts.slice(0, -1) : parts).map(part =>
    /^[0-9a-fA-F]{1,4}$/.test(part) ? Number.parseInt(part, 16) : undefined,
  )
  const known = groups.filter(isDefined)
  if (known.length !== groups.length) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = embedded ?? []
  return embedded ? [...known, (a << 8) | b, (c << 8) | d] : known
}

/** An address as Go prints it: IPv6 in lower case with the longest run of zeros folded, IPv4-mapped as IPv4. */
export const formatAddress = (bytes: Uint8Array): string => {
  if (bytes.length === 4) return bytes.join('.')
  if (isMapped(bytes)) return bytes.subarray(12).join('.')
  const groups = Array.from({ length: 8 }, (_, index) => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0))
  const { start, length } = longestZeroRun(groups)
  const hex = (part: readonly number[]): string => part.map(group => group.toString(16)).join(':')
  return length > 1 ? `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}` : hex(groups)
}

const isMapped = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 10).every(byte => byte === 0) && bytes[10] === 255 && bytes[11] === 255

const longestZeroRun = (groups: readonly number[]): { start: number; length: number } => {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < 8; start++) {
    let length = 0
    while (start + length < 8 && groups[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  return best
}

/** An address in its canonical spelling, or undefined. */
export const canonicalAddress = (text: string): string | undefined => {
  const bytes = parseAddress(text)
  return bytes && formatAddress(bytes)
}
