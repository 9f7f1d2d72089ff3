/** A field as it stands on the wire: a number, or the bytes of a text, a message or a fixed number. */
export interface WireField {
  readonly number: number
  readonly value: bigint | Uint8Array
}

/** What is wrong with bytes that are no message. */
export class WireError extends Error {
  override readonly name = 'WireError'
}

const varint = 0
const fixed64 = 1
const delimited = 2
const fixed32 = 5

/** The fields of a message. Throws WireError where they end too early, or are of a type that is out of use. */
export function* wireFields(bytes: Uint8Array): Generator<WireField> {
  let at = 0
  const number = (): bigint => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]
      if (byte === undefined) throw new WireError('unexpected EOF')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return BigInt.asUintN(64, value)
      if (shift > 63n) throw new WireError('proto: integer overflow')
    }
  }
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new WireError('unexpected EOF')
    at += length
    return bytes.subarray(at - length, at)
  }
  const read = (type: number): bigint | Uint8Array => {
    if (type === varint) return number()
    if (type === delimited) return take(Number(number()))
    if (type === fixed64) return take(8)
    if (type === fixed32) return take(4)
    throw new WireError(`proto: illegal wireType ${type}`)
  }
  while (at < bytes.length) {
    const tag = Number(number())
    yield { number: tag >>> 3, value: read(tag & 7) }
  }
}
