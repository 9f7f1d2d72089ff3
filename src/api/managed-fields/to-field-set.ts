import { isMap } from '../../util/go-value.ts'
import type { Schema } from '../schema.ts'
import { emptySet, type FieldSet, setOf } from './field-set.ts'
import { entriesOf, fieldStep, itemsOf, shapeOf } from './shape.ts'

/**
 * All that a configuration says, as the set of fields that its applier then owns. Maps it passes through are not in it.
 */
export const toFieldSet = (value: unknown, schema: Schema): FieldSet => {
  const shape = shapeOf(schema, value)
  switch (shape.kind) {
    case 'map':
      return setOf(
        false,
        entriesOf(value).map(([name, item]) => {
          const set = toFieldSet(item, shape.fieldOf(name) ?? {})
          const isOwned = isEmpty(item) || !shape.isNamed(name)
          return [fieldStep(name), isOwned ? { ...set, member: true } : set] as const
        }),
      )
    case 'list':
      return setOf(
        false,
        itemsOf(value).flatMap(item => {
          const step = shape.stepOf(item)
          return step === undefined ? [] : [[step, { ...toFieldSet(item, shape.items), member: true }] as const]
        }),
      )
    default:
      return { ...emptySet, member: true }
  }
}

const isEmpty = (value: unknown): boolean => value === null || (isMap(value) && entriesOf(value).length === 0)

/** The same set, and with each field in it the fields of the type on the way there; keys of free maps stay out. */
export const withNamedFields = (set: FieldSet, schema: Schema): FieldSet => {
  const shape = shapeOf(schema)
  return setOf(
    set.member,
    [...set.children].map(([step, node]) => {
      const name = step.slice(2)
      const isField = shape.kind === 'map' && step.startsWith('f:')
      const inner = isField ? shape.fieldOf(name) : shape.kind === 'list' ? shape.items : undefined
      const full = withNamedFields(node, inner ?? {})
      return [step, isField && shape.isNamed(name) ? { ...full, member: true } : full] as const
    }),
  )
}
