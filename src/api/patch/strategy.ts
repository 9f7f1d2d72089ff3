import { fieldSchema, resolveSchema, type Schema } from '../schema.ts'

/** Keys of a strategic merge patch that say how, not what. */
export const directive = '$patch'
export const retainKeys = '$retainKeys'
export const deleteFromList = '$deleteFromPrimitiveList/'
export const elementOrder = '$setElementOrder/'

/** How a field is patched; without a schema maps are merged and lists replaced. */
export interface Strategy {
  /** Of the field's value, or of its elements if it is a list. */
  readonly schema: Schema
  readonly merges: boolean
  readonly replaces: boolean
  readonly retainsKeys: boolean
  readonly mergeKey: string
}

export const strategyOf = (parent: Schema, field: string): Strategy => {
  const schema = fieldSchema(parent, field) ?? {}
  const strategies = schema['x-kubernetes-patch-strategy']?.split(',') ?? []
  return {
    schema: resolveSchema(schema).items ?? schema,
    merges: strategies.includes('merge'),
    replaces: strategies.includes('replace'),
    retainsKeys: strategies.includes('retainKeys'),
    mergeKey: schema['x-kubernetes-patch-merge-key'] ?? '',
  }
}
