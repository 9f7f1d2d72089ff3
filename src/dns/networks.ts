import { parseAddress } from './address.ts'

/** Whether an address lies in a network (`10.0.0.0/8`; without a width it is one address). */
export const isInNetwork = (network: string, address: string): boolean => {
  const [base = '', width] = network.split('/')
  const [left, right] = [parseAddress(base), parseAddress(address)]
  if (!left || !right || left.length !== right.length) return false
  const bits = width === undefined ? left.length * 8 : Number(width)
  return left.every((byte, index) => {
    const mask = (0xff << (8 - Math.min(8, Math.max(0, bits - index * 8)))) & 0xff
    return (byte & mask) === ((right[index] ?? 0) & mask)
  })
}

/** Whether a text is an address with a width that its family allows. */
export const isCidr = (text: string): boolean => {
  const [, base = '', width = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? []
  const bytes = parseAddress(base)
  return bytes !== undefined && Number(width) <= bytes.length * 8
}
