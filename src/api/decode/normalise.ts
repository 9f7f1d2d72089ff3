import { isMap } from '../../util/go-value.ts'
import type { KubeObject } from '../meta.ts'
import { type GroupVersionKind, resolveSchema, type Schema, schemaId, schemaOfKind } from '../schema.ts'
import { specialDecoder, specialZero } from './special.ts'

/**
 * What the round trip through the server's Go type makes of an object: empty values that the type leaves out are gone,
 * values that it always writes are there (`status: {loadBalancer: {}}`). For objects that `decode` accepted, after
 * defaults; an object of a kind without schema stays as it is.
 */
export const normalise = <T extends KubeObject>(kind: GroupVersionKind, object: T): T => {
  const schema = schemaOfKind(kind)
  if (!schema) return object
  const { apiVersion, kind: name } = object
  return { apiVersion, kind: name, ...struct(object as unknown as Readonly<Record<string, unknown>>, schema) } as T
}

const struct = (value: Readonly<Record<string, unknown>>, schema: Schema): Record<string, unknown> => {
  const { properties = {}, required = [] } = resolveSchema(schema)
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]): [string, unknown][] => {
      const written = field(value[name], property, required.includes(name))
      return written === undefined ? [] : [[name, written]]
    }),
  )
}

/** The field as it is written; undefined if it is left out. */
const field = (value: unknown, schema: Schema, required: boolean): unknown => {
  const mark = schema['x-go-type'] ?? ''
  const isPresent = value !== undefined && value !== null
  if (mark.startsWith('=') || isValueStruct(schema)) return isPresent ? element(value, schema) : zero(schema)
  const written = isPresent ? element(value, schema) : undefined
  const isWritten = mark.startsWith('!') ? !required : required
  const isPointer = mark.includes('*') || schemaId(schema) !== undefined
  if (isWritten) return isEmptyList(written) ? null : (written ?? (isPointer ? null : zero(schema)))
  return isPointer || !isZero(written) ? written : undefined
}

// The document has a default of {} where the Go type holds a struct, not a pointer to one.
const isValueStruct = (schema: Schema): boolean => schemaId(schema) !== undefined && schema.default !== undefined

const element = (value: unknown, schema: Schema): unknown => {
  if (specialDecoder(schemaId(schema))) return value
  const { properties, additionalProperties, items } = resolveSchema(schema)
  if (properties && isMap(value)) return struct(value, schema)
  if (items && Array.isArray(value)) return value.map(item => element(item, items))
  if (additionalProperties && isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, element(item, additionalProperties)]))
  }
  return value
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const isZero = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  value === 0 ||
  value === false ||
  isEmptyList(value) ||
  (isMap(value) && Object.keys(value).length === 0)

const zero = (schema: Schema): unknown => {
  const id = schemaId(schema)
  if (id !== undefined && specialDecoder(id)) return specialZero(id)
  const { properties, type } = resolveSchema(schema)
  if (properties) return struct({}, schema)
  if (type === 'string') return ''
  if (type === 'integer') return 0
  return type === 'boolean' ? false : null
}
