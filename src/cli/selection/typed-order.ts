import { fieldOrderText } from '../../api/generated/field-order-text.ts'
import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import { resolveSchema, type Schema, schemaId, schemaOfKind } from '../../api/schema.ts'
import { compareBytes } from '../../util/compare.ts'
import { isMap } from '../../util/go-value.ts'

/** The object with its keys as Go's types have their fields; one of a kind that has no such type as it is. */
export const inTypedOrder = (object: KubeObject): KubeObject => {
  const schema = schemaOfKind({ ...parseApiVersion(object.apiVersion), kind: object.kind })
  return schema ? (ordered(object, schema) as KubeObject) : object
}

const ordered = (value: unknown, schema: Schema): unknown => {
  const { properties, additionalProperties, items } = resolveSchema(schema)
  if (Array.isArray(value)) return items ? value.map(item => ordered(item, items)) : value
  if (!isMap(value)) return value
  const order = properties && (fieldOrders()[schemaId(schema)?.replace('io.k8s.', '') ?? ''] ?? [])
  const keys = order ? inOrder(Object.keys(value), order) : Object.keys(value)
  // Maps are printed by key, like structs whose fields are in the order of the alphabet.
  const sorted = order?.length === 0 || additionalProperties ? keys.toSorted(compareBytes) : keys
  return Object.fromEntries(
    sorted.map(key => [key, ordered(value[key], properties?.[key] ?? additionalProperties ?? {})]),
  )
}

const inOrder = (keys: readonly string[], order: readonly string[]): readonly string[] => [
  ...order.filter(key => keys.includes(key)),
  ...keys.filter(key => !order.includes(key)),
]

type Orders = Readonly<Record<string, readonly string[]>>

let orders: Orders | undefined

const fieldOrders = (): Orders => {
  orders ??= JSON.parse(fieldOrderText) as Orders
  return orders
}
