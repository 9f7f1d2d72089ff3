import { fieldWords } from '../../api/explain/field-words.ts'
import { kindWords } from '../../api/explain/kind-words.ts'
import type { Resource } from '../../api/resource.ts'
import { resolveSchema, type Schema, schemaId, schemaOfKind, structName } from '../../api/schema.ts'

/** The schemas of kinds and of all that they hold, by id, with what they are for. */
export const schemasOf = (resources: readonly Resource[]): Readonly<Record<string, unknown>> => {
  const found = new Map<string, unknown>()
  for (const { group, version, kind } of resources) {
    const schema = schemaOfKind({ group, version, kind })
    if (schema) collect(schema, found)
  }
  return Object.fromEntries([...found].toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

/** Takes along whatever a schema refers to. */
const collect = (schema: Schema, found: Map<string, unknown>): void => {
  const id = schemaId(schema)
  if (id !== undefined && found.has(id)) return
  const resolved = resolveSchema(schema)
  if (id !== undefined) found.set(id, described(structName(id), resolved))
  collectInside(resolved, found)
}

const collectInside = ({ properties = {}, items, additionalProperties }: Schema, found: Map<string, unknown>): void => {
  for (const part of [...Object.values(properties), items, additionalProperties]) if (part) collect(part, found)
}

const described = (struct: string, schema: Schema): object => {
  const properties = Object.entries(schema.properties ?? {}).map(([name, field]) => [
    name,
    fieldOf(struct, name, field),
  ])
  return {
    ...(kindWords[struct] && { description: kindWords[struct] }),
    ...(withoutGo(schema) as object),
    ...(schema.properties && { properties: Object.fromEntries(properties) }),
  }
}

const fieldOf = (struct: string, name: string, field: Schema): object => {
  const description = fieldWords[`${struct}.${name}`] ?? fieldWords[name]
  const { $ref, ...rest } = withoutGo(field) as Schema
  // Nothing may stand beside a reference.
  return { ...(description && { description }), ...rest, ...($ref && { allOf: [{ $ref }] }) }
}

/** What only Go's types tell is none of OpenAPI's business. */
const withoutGo = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutGo)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'x-go-type')
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutGo(part)]))
}
