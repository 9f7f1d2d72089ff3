// FNV-1a of 128 bits (draft-eastlake-fnv): prime 2^88 + 2^8 + 0x3b.
const prime = (1n << 88n) + 0x13bn
const basis = 0x6c62272e07bb014262b821756295c58dn
const mask = (1n << 128n) - 1n

/** The FNV-1a hash of a text's UTF-8 bytes, as 32 hexadecimal digits. */
export const fnv128a = (text: string): string => {
  let hash = basis
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * prime) & mask
  return hash.toString(16).padStart(32, '0')
}
