import { sameJson } from '../../util/same-json.ts'
import type { Schema } from '../schema.ts'
import { emptySet, type FieldSet, setOf } from './field-set.ts'
import { entriesOf, fieldStep, itemsOf, type Shape, shapeOf } from './shape.ts'

/** The fields in which two objects differ. */
export interface Comparison {
  readonly added: FieldSet
  readonly modified: FieldSet
  readonly removed: FieldSet
}

const none: Comparison = { added: emptySet, modified: emptySet, removed: emptySet }
const member: FieldSet = { ...emptySet, member: true }

/** Undefined is absent; null is there, and empty. */
export const compare = (before: unknown, after: unknown, schema: Schema): Comparison => {
  const shape = shapeOf(schema)
  if (isWhole(shape, before, after)) return compareWhole(before, after)
  const parts = shape.kind === 'map' ? fieldParts(shape, before, after) : itemParts(shape, before, after)
  const compared = parts.map(part => [part.step, compare(part.before, part.after, part.schema)] as const)
  return {
    added: setOf(before === undefined, pick(compared, 'added')),
    modified: setOf(false, pick(compared, 'modified')),
    removed: setOf(after === undefined, pick(compared, 'removed')),
  }
}

// What is empty on both sides is compared as a whole, so that null and {} differ.
const isWhole = (shape: Shape, before: unknown, after: unknown): boolean =>
  (shape.kind !== 'map' && shape.kind !== 'list') || (isEmpty(before) && isEmpty(after))

const isEmpty = (value: unknown): boolean => entriesOf(value).length === 0 && itemsOf(value).length === 0

const compareWhole = (before: unknown, after: unknown): Comparison => {
  if (before === undefined) return after === undefined ? none : { ...none, added: member }
  if (after === undefined) return { ...none, removed: member }
  return sameJson(before, after) ? none : { ...none, modified: member }
}

interface Part {
  readonly step: string
  readonly before: unknown
  readonly after: unknown
  readonly schema: Schema
}

const fieldParts = (shape: Shape & { kind: 'map' }, before: unknown, after: unknown): readonly Part[] => {
  const [left, right] = [new Map(entriesOf(before)), new Map(entriesOf(after))]
  return [...new Set([...left.keys(), ...right.keys()])].map(name => ({
    step: fieldStep(name),
    before: left.get(name),
    after: right.get(name),
    schema: shape.fieldOf(name) ?? {},
  }))
}

const itemParts = (shape: Shape, before: unknown, after: unknown): readonly Part[] => {
  if (shape.kind !== 'list') return []
  const byStep = (list: unknown): Map<string, unknown> =>
    new Map(itemsOf(list).map(item => [shape.stepOf(item) ?? '', item] as const))
  const [left, right] = [byStep(before), byStep(after)]
  return [...new Set([...left.keys(), ...right.keys()])].map(step => ({
    step,
    before: left.get(step),
    after: right.get(step),
    schema: shape.items,
  }))
}

const pick = (
  compared: readonly (readonly [string, Comparison])[],
  which: keyof Comparison,
): (readonly [string, FieldSet])[] => compared.map(([step, comparison]) => [step, comparison[which]] as const)
