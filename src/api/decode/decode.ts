import { goQuote } from '../../util/go-quote.ts'
import { isMap } from '../../util/go-value.ts'
import { numberKind } from '../../util/json-number.ts'
import type { KubeObject } from '../meta.ts'
import {
  fieldSchema,
  type GroupVersionKind,
  goTypeName,
  resolveSchema,
  type Schema,
  schemaId,
  schemaOfKind,
  structName,
} from '../schema.ts'
import { decodeBytes } from './base64.ts'
import { DecodeError } from './decode-error.ts'
import { jsonType, specialDecoder } from './special.ts'

export type FieldValidation = 'Strict' | 'Warn' | 'Ignore'

export interface Decoded {
  readonly object: KubeObject
  readonly warnings: readonly string[]
}

/**
 * Reads a request's body as an object of its kind: unknown fields go, nulls are nothing, times and quantities take the
 * form in which the server keeps them. Throws DecodeError over a wrong type, and in Strict mode over unknown fields.
 * Kinds without a schema are taken as they are. `duplicates` are fields that the body's text has twice (`data.a`).
 */
export const decode = (
  kind: GroupVersionKind,
  body: unknown,
  mode: FieldValidation,
  duplicates: readonly string[] = [],
): Decoded => {
  const schema = schemaOfKind(kind)
  if (!schema) return { object: body as KubeObject, warnings: [] }
  const decoder = new Decoder()
  const object = decoder.read(body, schema, { field: '', path: '' }) as KubeObject
  if (decoder.fault !== undefined) throw new DecodeError(decoder.fault)
  const wrong = [
    ...duplicates.map(path => `duplicate field ${goQuote(path)}`),
    ...decoder.unknown.map(path => `unknown field ${goQuote(path)}`),
  ]
  if (mode === 'Strict' && wrong.length > 0) throw new DecodeError(`strict decoding error: ${wrong.join(', ')}`)
  return { object, warnings: mode === 'Warn' ? wrong : [] }
}

/** Where a value stands: `field` as errors name it (no indexes, no keys of maps), `path` as strict ones do. */
interface Place {
  readonly struct?: string | undefined
  readonly field: string
  readonly path: string
}

const integers: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
}

/** Go goes on after a wrong type and reports the first one, so the walk collects. */
class Decoder {
  readonly unknown: string[] = []
  fault: string | undefined

  read(value: unknown, schema: Schema, place: Place): unknown {
    const special = specialDecoder(schemaId(schema))
    if (special) return special(value)
    const resolved = resolveSchema(schema)
    if (resolved.properties) return this.#struct(value, schema, place)
    if (resolved.additionalProperties) return this.#map(value, schema, place)
    if (resolved.items) return this.#list(value, schema, place)
    return this.#scalar(value, resolved, place)
  }

  #struct(value: unknown, schema: Schema, place: Place): unknown {
    if (!isMap(value)) return this.#wrongType(value, schema, place)
    const struct = structName(schemaId(schema) ?? '')
    const { properties = {} } = resolveSchema(schema)
    const known = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
      const path = place.path ? `${place.path}.${name}` : name
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined
      if (!property) this.unknown.push(path)
      if (!property || item === null || item === undefined) return []
      const field = place.field ? `${place.field}.${name}` : name
      return [[name, this.read(item, property, { struct, field, path })]]
    })
    return Object.fromEntries(known)
  }

  #map(value: unknown, schema: Schema, place: Place): unknown {
    if (!isMap(value)) return this.#wrongType(value, schema, place)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const inner = fieldSchema(schema, key) ?? {}
        return [key, this.#element(item, inner, { ...place, path: `${place.path}.${key}` })]
      }),
    )
  }

  #list(value: unknown, schema: Schema, place: Place): unknown {
    if (!Array.isArray(value)) return this.#wrongType(value, schema, place)
    const { items = {} } = resolveSchema(schema)
    return value.map((item, index) => this.#element(item, items, { ...place, path: `${place.path}[${index}]` }))
  }

  // A null within a list or map is an element that was never set.
  #element(value: unknown, schema: Schema, place: Place): unknown {
    return value === null || value === undefined ? zeroElement(schema) : this.read(value, schema, place)
  }

  #scalar(value: unknown, schema: Schema, place: Place): unknown {
    switch (schema.type) {
      case 'integer':
        return this.#integer(value, schema, place)
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#wrongType(value, schema, place)
      case 'string':
        if (typeof value !== 'string') return this.#wrongType(value, schema, place)
        return schema.format === 'byte' ? this.#bytes(value) : value
      default:
        return value
    }
  }

  #integer(value: unknown, schema: Schema, place: Place): unknown {
    if (!numberKind(value)) return this.#wrongType(value, schema, place)
    const number = Number(value)
    const [least, most] = integers[schema.format ?? 'int32'] ?? [0n, 0n]
    const exact = Number.isInteger(number) ? BigInt(typeof value === 'bigint' ? value : number) : undefined
    if (exact === undefined || exact < least || exact > most) {
      return this.#wrongType(value, schema, place, `number ${String(value)}`)
    }
    return typeof value === 'bigint' ? value : number
  }

  #bytes(value: string): string {
    const { text, fault } = decodeBytes(value)
    if (fault) this.fault ??= fault
    return text
  }

  #wrongType(value: unknown, schema: Schema, { struct, field }: Place, found = jsonType(value)): undefined {
    const where = struct ? `Go struct field ${struct}.${field}` : 'Go value'
    this.fault ??= `json: cannot unmarshal ${found} into ${where} of type ${goTypeName(schema)}`
    return undefined
  }
}

const zeroElement = (schema: Schema): unknown => {
  const { properties, type } = resolveSchema(schema)
  if (properties) return {}
  if (type === 'string') return ''
  if (type === 'integer') return 0
  return type === 'boolean' ? false : null
}
