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
  const cursor = { bytes, at: 0 }
  while (cursor.at < bytes.length) {
    const tag = Number(takeNumber(cursor))
    yield { number: tag >>> 3, value: takeValue(cursor, tag & 7) }
  }
}

interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

const takeValue = (cursor: Cursor, type: number): bigint | Uint8Array => {
  if (type === varint) return takeNumber(cursor)
  if (type === delimited) return takeBytes(cursor, Number(takeNumber(cursor)))
  if (type === fixed64) return takeBytes(cursor, 8)
  if (type === fixed32) return takeBytes(cursor, 4)
  throw new WireError(`proto: illegal wireType ${type}`)
}

/** Seven bits a byte, the lowest first; the eighth says whether more follow. */
const takeNumber = (cursor: Cursor): bigint => {
  let value = 0n
  for (let shift = 0n; shift < 64n; shift += 7n) {
    const byte = cursor.bytes[cursor.at++]
    if (byte === undefined) throw new WireError('unexpected EOF')
    value |= BigInt(byte & 0x7f) << shift
    if (byte < 0x80) return BigInt.asUintN(64, value)
  }
  throw new WireError('proto: integer overflow')
}

const takeBytes = (cursor: Cursor, length: number): Uint8Array => {
  if (cursor.at + length > cursor.bytes.length) throw new WireError('unexpected EOF')
  cursor.at += length
  return cursor.bytes.subarray(cursor.at - length, cursor.at)
}
