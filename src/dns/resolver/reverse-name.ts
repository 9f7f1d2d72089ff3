/** The name under which PTR records of an address are asked, without the final dot; undefined if it is no address. */
export const reverseName = (address: string): string | undefined => {
  if (isIPv4(address)) return `${address.split('.').reverse().join('.')}.in-addr.arpa`
  const nibbles = nibblesOf(address)
  return nibbles && `${[...nibbles].reverse().join('.')}.ip6.arpa`
}

export const isIPv4 = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) &&
  text.split('.').every(part => Number(part) < 256 && String(Number(part)) === part)

export const isIPv6 = (text: string): boolean => nibblesOf(text) !== undefined

export const isAddress = (text: string): boolean => isIPv4(text) || isIPv6(text)

/** An IPv6 address in full: eight groups of four digits. */
export const expandIPv6 = (address: string): string => nibblesOf(address)?.match(/.{4}/g)?.join(':') ?? address

/** The 32 hexadecimal digits of an IPv6 address. */
const nibblesOf = (address: string): string | undefined => {
  const text = withoutIPv4Tail(address.toLowerCase())
  const halves = text.split('::')
  if (halves.length > 2 || !/^[0-9a-f:]+$/.test(text)) return undefined
  const [head = [], tail = []] = halves.map(half => (half ? half.split(':') : []))
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  return groups.every(group => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map(group => group.padStart(4, '0')).join('')
    : undefined
}

/** `::ffff:10.0.0.1` with its last part as two groups. */
const withoutIPv4Tail = (address: string): string => {
  const [, head = '', tail = ''] = /^(.*:)([\d.]+\.[\d.]+)$/.exec(address) ?? []
  if (!isIPv4(tail)) return address
  const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number)
  return `${head}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}
