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
  const shape = shapeOf(schema, before, after)
  if (isWhole(shape, before, after)) return compareWhole(before, after)
  const compared = shape.kind === 'map' ? compareFields(shape, before, after) : compareItems(shape, before, after)
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

type Compared = readonly (readonly [string, Comparison])[]

const compareFields = (shape: Shape & { kind: 'map' }, before: unknown, after: unknown): Compared => {
  const [left, right] = [new Map(entriesOf(before)), new Map(entriesOf(after))]
  return [...new Set([...left.keys(), ...right.keys()])].map(name => [
    fieldStep(name),
    compare(left.get(name), right.get(name), shape.fieldOf(name) ?? {}),
  ])
}

const compareItems = (shape: Shape, before: unknown, after: unknown): Compared => {
  if (shape.kind !== 'list') return []
  const [left, right] = [byStep(shape, before), byStep(shape, after)]
  return [...new Set([...left.keys(), ...right.keys()])].map(step => [
    step,
    compareGroups(left.get(step) ?? [], right.get(step) ?? [], shape.items),
  ])
}

const byStep = (shape: Shape & { kind: 'list' }, list: unknown): Map<string, unknown[]> => {
  const groups = new Map<string, unknown[]>()
  for (const item of itemsOf(list)) {
    const step = shape.stepOf(item) ?? ''
    groups.set(step, [...(groups.get(step) ?? []), item])
  }
  return groups
}

// Elements of one key that are there more than once are seen as one value.
const compareGroups = (left: readonly unknown[], right: readonly unknown[], schema: Schema): Comparison => {
  if (left.length < 2 && right.length < 2) return compare(left[0], right[0], schema)
  if (left.length > 1 && right.length > 1) return sameJson(left, right) ? none : { ...none, modified: member }
  if (left.length > 1) return { ...compare(undefined, right[0], schema), removed: member }
  return { ...compare(left[0], undefined, schema), added: member }
}

const pick = (compared: Compared, which: keyof Comparison): (readonly [string, FieldSet])[] =>
  compared.map(([step, comparison]) => [step, comparison[which]] as const)
