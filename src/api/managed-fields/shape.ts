import { toGoJson } from '../../util/go-json.ts'
import { isMap } from '../../util/go-value.ts'
import { specialDecoder } from '../decode/special.ts'
import { resolveSchema, type Schema, schemaId } from '../schema.ts'

/** How server-side apply sees a value: as a whole, or as parts that different managers may own. */
export type Shape =
  | { readonly kind: 'leaf'; readonly type: 'string' | 'number' | 'boolean' | 'any' }
  | { readonly kind: 'atomic'; readonly holds: 'list' | 'map' }
  | {
      readonly kind: 'map'
      /** The schema of a field or value; undefined for a field that the type does not have. */
      fieldOf(name: string): Schema | undefined
      /** Whether the type names this field, in contrast to the key of a free map. */
      isNamed(name: string): boolean
    }
  | {
      readonly kind: 'list'
      readonly items: Schema
      /** The step to an element; undefined if it lacks a key. */
      stepOf(item: unknown): string | undefined
    }

/** The samples tell what the schema does not: without one, maps are made of parts and lists are not. */
export const shapeOf = (schema: Schema, ...samples: readonly unknown[]): Shape => {
  if (specialDecoder(schemaId(schema))) return { kind: 'leaf', type: 'any' }
  const resolved = resolveSchema(schema)
  if (Object.keys(resolved).length === 0) return guessedShape(samples)
  const { properties, additionalProperties, items } = resolved
  const isAtomic = [schema, resolved].some(part => part['x-kubernetes-map-type'] === 'atomic')
  if (items) return listShape(schema, items)
  if (properties || additionalProperties) {
    if (isAtomic) return { kind: 'atomic', holds: 'map' }
    const isNamed = (name: string): boolean => properties !== undefined && Object.hasOwn(properties, name)
    return { kind: 'map', isNamed, fieldOf: name => (isNamed(name) ? properties?.[name] : additionalProperties) }
  }
  return { kind: 'leaf', type: leafType(resolved) }
}

const guessedShape = (samples: readonly unknown[]): Shape => {
  if (samples.some(Array.isArray)) return { kind: 'atomic', holds: 'list' }
  if (samples.some(isMap)) return { kind: 'map', isNamed: () => false, fieldOf: () => ({}) }
  return { kind: 'leaf', type: 'any' }
}

const leafType = ({ type }: Schema): 'string' | 'number' | 'boolean' | 'any' => {
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'string' || type === 'boolean' ? type : 'any'
}

const listShape = (schema: Schema, items: Schema): Shape => {
  const keys = schema['x-kubernetes-list-map-keys']
  switch (schema['x-kubernetes-list-type']) {
    case 'map':
      return { kind: 'list', items, stepOf: item => keyedStep(item, keys ?? [], items) }
    case 'set':
      return { kind: 'list', items, stepOf: item => `v:${toGoJson(item)}` }
    default:
      return { kind: 'atomic', holds: 'list' }
  }
}

// A key that is left out has its default: a Service's port is TCP.
const keyedStep = (item: unknown, keys: readonly string[], items: Schema): string | undefined => {
  if (!isMap(item)) return undefined
  const { properties = {} } = resolveSchema(items)
  const values = keys.map(key => [key, item[key] ?? properties[key]?.default] as const)
  const isKeyed = values.some(([key, value]) => value !== undefined && (item[key] !== undefined || value !== ''))
  return isKeyed ? `k:${toGoJson(Object.fromEntries(values.filter(([, value]) => value !== undefined)))}` : undefined
}

/** The step to a field. */
export const fieldStep = (name: string): string => `f:${name}`

/** What is there at all: null counts, undefined does not. */
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isMap(value) ? Object.entries(value).filter(([, item]) => item !== undefined) : []

export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
