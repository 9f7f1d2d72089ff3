import { schemaText } from './generated/schema-text.ts'

/** The group, version and kind that an object is of. */
export interface GroupVersionKind {
  readonly group: string
  readonly version: string
  readonly kind: string
}

/** What is known of a value: the API server's OpenAPI, and of its Go types what that leaves out. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'number'
  readonly format?: string
  readonly $ref?: string
  readonly properties?: { readonly [name: string]: Schema }
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema
  readonly enum?: readonly string[]
  readonly default?: unknown
  readonly oneOf?: readonly Schema[]
  readonly 'x-kubernetes-patch-merge-key'?: string
  readonly 'x-kubernetes-patch-strategy'?: string
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'map' | 'set'
  readonly 'x-kubernetes-list-map-keys'?: readonly string[]
  readonly 'x-kubernetes-map-type'?: 'atomic' | 'granular'
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[]
  /**
   * The Go type where the schema does not tell it, behind marks: `!` the field is left out when empty though required,
   * or the other way round; `=` it is held by value, so that its zero is written; `*` it is a pointer, so that a zero
   * is kept.
   */
  readonly 'x-go-type'?: string
}

let schemas: { readonly [id: string]: Schema } | undefined
let byKind: ReadonlyMap<string, string> | undefined

const allSchemas = (): { readonly [id: string]: Schema } => {
  schemas ??= JSON.parse(schemaText) as { readonly [id: string]: Schema }
  return schemas
}

const keyOf = ({ group, version, kind }: GroupVersionKind): string => `${group}/${version}/${kind}`

const indexByKind = (): ReadonlyMap<string, string> => {
  byKind ??= new Map(
    Object.entries(allSchemas()).flatMap(([id, schema]) =>
      (schema['x-kubernetes-group-version-kind'] ?? []).map((kind): [string, string] => [keyOf(kind), id]),
    ),
  )
  return byKind
}

const prefix = '#/components/schemas/'

/** A reference to the schema of a kind; undefined for kinds that have none (custom ones). */
export const schemaOfKind = (kind: GroupVersionKind): Schema | undefined => {
  const id = indexByKind().get(keyOf(kind))
  return id === undefined ? undefined : { $ref: prefix + id }
}

/** The schema's id (`io.k8s.api.core.v1.Service`) where it is a reference. */
export const schemaId = ({ $ref }: Schema): string | undefined => $ref?.slice(prefix.length)

/** The schema itself, or the one it refers to. */
export const resolveSchema = (schema: Schema): Schema => {
  const id = schemaId(schema)
  return id === undefined ? schema : (allSchemas()[id] ?? {})
}

/** The schema of a field of an object or of a value of a map; undefined where the schema knows none. */
export const fieldSchema = (schema: Schema, name: string): Schema | undefined => {
  const { properties, additionalProperties } = resolveSchema(schema)
  return properties && Object.hasOwn(properties, name) ? properties[name] : additionalProperties
}

/** The last word of a schema's id: `ServicePort`. */
export const structName = (id: string): string => id.slice(id.lastIndexOf('.') + 1)

/** The type of a field as Go prints it: `int32`, `[]v1.Container`, `map[string]string`. */
export const goTypeName = (schema: Schema): string => {
  const named = schema['x-go-type']?.replace(/^[!=*]+/, '')
  if (named) return named
  const id = schemaId(schema)
  if (id !== undefined) return id.split('.').slice(-2).join('.')
  if (schema.items) return `[]${goTypeName(schema.items)}`
  if (schema.additionalProperties) return `map[string]${goTypeName(schema.additionalProperties)}`
  if (schema.type === 'integer') return schema.format ?? 'int32'
  if (schema.type === 'boolean') return 'bool'
  return schema.format === 'byte' ? '[]uint8' : (schema.type ?? 'interface {}')
}
