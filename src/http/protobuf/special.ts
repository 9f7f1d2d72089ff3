import { WireError, type WireField, wireFields } from './wire.ts'

type Read = (bytes: Uint8Array) => unknown

/** Messages that are something else in JSON than their fields. */
export const specialMessages: Readonly<Record<string, Read>> = {
  'api.resource.Quantity': bytes => textOf(fieldIn(bytes, 1)),
  'apis.meta.v1.Duration': bytes => `${integerOf(fieldIn(bytes, 1)) / 1e9}s`,
  'apis.meta.v1.FieldsV1': bytes => jsonOf(fieldIn(bytes, 1)),
  'apis.meta.v1.MicroTime': bytes => timeOf(bytes, time => time.toISOString().replace('Z', '000Z')),
  'apis.meta.v1.Time': bytes => timeOf(bytes, time => time.toISOString().replace('.000Z', 'Z')),
  'authorization.v1.ExtraValue': bytes => [...wireFields(bytes)].map(({ value }) => textOf(value)),
  'authentication.v1.ExtraValue': bytes => [...wireFields(bytes)].map(({ value }) => textOf(value)),
  'runtime.RawExtension': bytes => jsonOf(fieldIn(bytes, 1)),
  // Its first field tells which of the other two it is.
  'util.intstr.IntOrString': bytes =>
    integerOf(fieldIn(bytes, 1)) === 0 ? integerOf(fieldIn(bytes, 2)) : textOf(fieldIn(bytes, 3)),
}

type Value = WireField['value'] | undefined

const fieldIn = (bytes: Uint8Array, wanted: number): Value =>
  [...wireFields(bytes)].findLast(({ number }) => number === wanted)?.value

// A time that was never set is a message with nothing in it.
const timeOf = (bytes: Uint8Array, write: (time: Date) => string): string | undefined => {
  const seconds = fieldIn(bytes, 1)
  if (seconds === undefined) return undefined
  return write(new Date(integerOf(seconds) * 1000 + Math.floor(integerOf(fieldIn(bytes, 2)) / 1e6)))
}

const jsonOf = (value: Value): unknown => {
  const text = textOf(value)
  return text ? JSON.parse(text) : undefined
}

const decoder = new TextDecoder()

export const textOf = (value: Value): string => {
  if (value === undefined) return ''
  if (typeof value === 'bigint') throw new WireError('proto: wrong wireType = 0 for a text')
  return decoder.decode(value)
}

/** A whole number with its sign. */
export const integerOf = (value: Value): number => {
  if (value === undefined) return 0
  if (typeof value !== 'bigint') throw new WireError('proto: wrong wireType = 2 for a number')
  return Number(BigInt.asIntN(64, value))
}
