import { type MessageField, messageOf } from './messages.ts'
import { integerOf, specialMessages, textOf } from './special.ts'
import { WireError, type WireField, wireFields } from './wire.ts'

type Value = WireField['value']

/** A message as JSON has it. Fields that nobody knows are left out. Throws WireError. */
export const decodeMessage = (id: string, bytes: Uint8Array): unknown => {
  const special = specialMessages[id]
  if (special) return special(bytes)
  const message = messageOf(id)
  if (!message) throw new WireError(`proto: no message ${id}`)
  const object: Record<string, unknown> = {}
  for (const { number, value } of wireFields(bytes)) {
    const field = message.get(number)
    if (field) put(object, field, value)
  }
  return object
}

const put = (object: Record<string, unknown>, { name, type, form }: MessageField, value: Value): void => {
  if (form === 'inline') Object.assign(object, decodeValue(type, value))
  else if (form === 'list')
    object[name] = [...((object[name] as unknown[] | undefined) ?? []), decodeValue(type, value)]
  else if (form === 'map') object[name] = { ...(object[name] as object | undefined), ...entryOf(type, value) }
  else object[name] = decodeValue(type, value)
}

/** An entry of a map is a message of a key and a value. */
const entryOf = (type: string, value: Value): object => {
  const fields = [...wireFields(bytesOf(value))]
  const key = textOf(fields.find(({ number }) => number === 1)?.value)
  const held = fields.find(({ number }) => number === 2)?.value ?? new Uint8Array()
  return { [key]: decodeValue(type, held) }
}

const decodeValue = (type: string, value: Value): unknown => {
  if (type === 'string') return textOf(value)
  if (type === 'bytes') return Buffer.from(bytesOf(value)).toString('base64')
  if (type === 'bool') return integerOf(value) !== 0
  if (type === 'int32' || type === 'int64') return integerOf(value)
  if (type === 'double') return new DataView(bytesOf(value).slice().buffer).getFloat64(0, true)
  return decodeMessage(type, bytesOf(value))
}

const bytesOf = (value: Value): Uint8Array => {
  if (typeof value === 'bigint') throw new WireError('proto: wrong wireType = 0 for a message')
  return value
}
