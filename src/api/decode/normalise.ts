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
  return { apiVersion, kind: name, ...(writerOf(schema)(object) as object) } as unknown as T
}

/** The same for an object's status alone. */
export const normaliseStatus = (kind: GroupVersionKind, status: object): object => {
  const schema = schemaOfKind(kind)
  const field = schema && resolveSchema(schema).properties?.status
  return field ? (writerOf(field)(status) as object) : status
}

/** Gives a value as it is written. */
type Writer = (value: unknown) => unknown

// A schema is read once; every object of the cluster goes through its writer.
const writers = new Map<string, Writer>()

const writerOf = (schema: Schema): Writer => {
  const id = schemaId(schema)
  if (id === undefined) return newWriter(schema)
  const known = writers.get(id)
  if (known) return known
  let made: Writer | undefined
  // Types that hold themselves meet this while they are made.
  writers.set(id, value => made?.(value))
  made = newWriter(schema)
  writers.set(id, made)
  return made
}

const newWriter = (schema: Schema): Writer => {
  if (specialDecoder(schemaId(schema))) return value => value
  const { properties, additionalProperties, items } = resolveSchema(schema)
  if (properties) {
    const struct = structWriter(schema)
    return value => (isMap(value) ? struct(value) : value)
  }
  if (items) {
    const item = writerOf(items)
    return value => (Array.isArray(value) ? value.map(item) : value)
  }
  if (additionalProperties) {
    const item = writerOf(additionalProperties)
    return value => (isMap(value) ? mapValues(value, item) : value)
  }
  return value => value
}

type Entries = Readonly<Record<string, unknown>>

const mapValues = (map: Entries, write: Writer): Entries => {
  const written: Record<string, unknown> = {}
  for (const key of Object.keys(map)) {
    if (key === '__proto__') Object.defineProperty(written, key, { value: write(map[key]), enumerable: true })
    else written[key] = write(map[key])
  }
  return written
}

type Field = readonly [name: string, write: Writer]

const structWriter = (schema: Schema): ((value: Entries) => Entries) => {
  const { properties = {}, required = [] } = resolveSchema(schema)
  const fields = Object.entries(properties).map(
    ([name, property]): Field => [name, fieldWriter(property, required.includes(name))],
  )
  // What is written where nothing is given is the same each time; most fields are left out.
  let absent: readonly unknown[] | undefined
  return value => {
    absent ??= fields.map(([, write]) => write(undefined))
    const written: Record<string, unknown> = {}
    for (let at = 0; at < fields.length; at++) {
      const [name, write] = fields[at] as Field
      const given = value[name]
      const field = given === undefined ? absent[at] : write(given)
      if (field !== undefined) written[name] = field
    }
    return written
  }
}

/** Writes a field; undefined if it is left out. */
const fieldWriter = (schema: Schema, required: boolean): Writer => {
  const mark = schema['x-go-type'] ?? ''
  const write = writerOf(schema)
  if (mark.startsWith('=') || isValueStruct(schema)) return value => (isPresent(value) ? write(value) : zero(schema))
  const isWritten = mark.startsWith('!') ? !required : required
  const isPointer = mark.includes('*') || schemaId(schema) !== undefined
  if (isWritten) {
    return value => {
      const written = isPresent(value) ? write(value) : undefined
      return isEmptyList(written) ? null : (written ?? (isPointer ? null : zero(schema)))
    }
  }
  if (isPointer) return value => (isPresent(value) ? write(value) : undefined)
  return value => {
    const written = isPresent(value) ? write(value) : undefined
    return isZero(written) ? undefined : written
  }
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null

// The document has a default of {} where the Go type holds a struct, not a pointer to one.
const isValueStruct = (schema: Schema): boolean => schemaId(schema) !== undefined && schema.default !== undefined

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
  if (properties) return writerOf(schema)({})
  if (type === 'string') return ''
  if (type === 'integer') return 0
  return type === 'boolean' ? false : null
}
