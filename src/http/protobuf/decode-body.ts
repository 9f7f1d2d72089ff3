import { normalise } from '../../api/decode/normalise.ts'
import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import { type GroupVersionKind, schemaOfKind } from '../../api/schema.ts'
import { isMap } from '../../util/go-value.ts'
import { decodeMessage } from './decode-message.ts'
import { textOf } from './special.ts'
import { WireError, type WireField, wireFields } from './wire.ts'

// How the bytes of every object begin: `k8s` and a zero.
const prefix = [0x6b, 0x38, 0x73, 0x00]

/** An object that was sent as protobuf, as JSON has it. Throws WireError in the server's words. */
export const decodeBody = (body: Uint8Array): unknown => {
  if (!prefix.every((byte, index) => body[index] === byte)) {
    throw new WireError(`provided data does not appear to be a protobuf message, expected prefix [${prefix.join(' ')}]`)
  }
  const envelope = new Map(fieldsOf(body.subarray(prefix.length)))
  const type = new Map(fieldsOf(bytesOf(envelope.get(1))))
  const [apiVersion, kind] = [textOf(type.get(1)), textOf(type.get(2))]
  const object = decodeMessage(messageName(apiVersion, kind), bytesOf(envelope.get(2)))
  return asJson(
    { ...parseApiVersion(apiVersion), kind },
    { ...(object as Pick<KubeObject, 'metadata'>), apiVersion, kind },
  )
}

/** Protobuf also sends the empty values that JSON leaves out. */
const asJson = (kind: GroupVersionKind, object: KubeObject): unknown =>
  schemaOfKind(kind) ? normalise(kind, object) : withoutEmpty(object)

const withoutEmpty = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (!isMap(value)) return value
  const entries = Object.entries(value).filter(([, item]) => item !== '')
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutEmpty(item)]))
}

const fieldsOf = (bytes: Uint8Array): [number, WireField['value']][] =>
  [...wireFields(bytes)].map(({ number, value }) => [number, value])

const bytesOf = (value: WireField['value'] | undefined): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array()

/** `apps.v1.Deployment`: messages are of the package that the group's first word names. */
const messageName = (apiVersion: string, kind: string): string => {
  const { group, version } = parseApiVersion(apiVersion)
  if (kind === 'DeleteOptions') return 'apis.meta.v1.DeleteOptions'
  return `${group.split('.')[0] || 'core'}.${version}.${kind}`
}
