import { type Schema, schemaId, structName } from '../../api/schema.ts'

/** The type of a field as `explain` shows it: `string`, `[]Container`, `map[string]string`. */
export const typeName = (schema: Schema): string => {
  const id = schemaId(schema)
  if (id !== undefined) return structName(id)
  if (schema.items) return `[]${typeName(schema.items)}`
  if (schema.additionalProperties) return `map[string]${typeName(schema.additionalProperties)}`
  return schema.type === undefined || schema.type === 'object' ? 'Object' : schema.type
}

/** The schema of one item where the type is a list or a map, else of the value itself. */
export const elementOf = (schema: Schema): Schema => {
  const inner = schema.items ?? schema.additionalProperties
  return inner ? elementOf(inner) : schema
}
