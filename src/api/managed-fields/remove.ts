import type { Schema } from '../schema.ts'
import { child, type FieldSet, isEmptySet } from './field-set.ts'
import { entriesOf, fieldStep, itemsOf, shapeOf } from './shape.ts'

/** The object without the fields of the set; undefined or null where nothing is left. */
export const removeFields = (value: unknown, set: FieldSet, schema: Schema): unknown => {
  const shape = shapeOf(schema, value)
  if (shape.kind === 'leaf') return value
  if (shape.kind === 'atomic') return null
  if (shape.kind === 'list') {
    const kept = itemsOf(value).flatMap(item => keep(item, child(set, shape.stepOf(item) ?? ''), shape.items))
    return kept.length > 0 ? kept : null
  }
  const kept = entriesOf(value).flatMap(([name, item]) =>
    keep(item, child(set, fieldStep(name)), shape.fieldOf(name) ?? {}).map(left => [name, left] as const),
  )
  return kept.length > 0 ? Object.fromEntries(kept) : null
}

const keep = (value: unknown, set: FieldSet, schema: Schema): unknown[] => {
  if (set.member) return []
  return [isEmptySet(set) ? value : removeFields(value, set, schema)]
}
