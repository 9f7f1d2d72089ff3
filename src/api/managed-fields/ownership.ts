import type { Comparison } from './compare.ts'
import { deepDifference, difference, type FieldSet, intersection, isEmptySet, setOfPaths, union } from './field-set.ts'
import type { Owner } from './managers.ts'

const meta = [
  'name',
  'namespace',
  'creationTimestamp',
  'selfLink',
  'uid',
  'generation',
  'managedFields',
  'resourceVersion',
]

let unowned: FieldSet | undefined

/** Without what nobody owns: type, identity and bookkeeping of an object. */
export const withoutMeta = (set: FieldSet): FieldSet => {
  unowned ??= setOfPaths(['f:apiVersion'], ['f:kind'], ['f:metadata'], ...meta.map(name => ['f:metadata', `f:${name}`]))
  return difference(set, unowned)
}

/** The comparison without the parts that this request cannot change (`status`, or all but it). */
export const withoutIgnored = (comparison: Comparison, ignored: FieldSet): Comparison => ({
  added: deepDifference(comparison.added, ignored),
  modified: deepDifference(comparison.modified, ignored),
  removed: deepDifference(comparison.removed, ignored),
})

export interface Clash {
  readonly owner: Owner
  readonly fields: FieldSet
}

/** What others own of what was changed. */
export const clashesOf = (others: readonly Owner[], { added, modified }: Comparison): readonly Clash[] => {
  const changed = union(modified, added)
  return others
    .map(owner => ({ owner, fields: intersection(owner.fields, changed) }))
    .filter(({ fields }) => !isEmptySet(fields))
}

/** The others after the change: what was changed or removed is no longer theirs. */
export const yielding = (others: readonly Owner[], { added, modified, removed }: Comparison): readonly Owner[] => {
  const lost = union(union(modified, added), removed)
  return others.map(owner => ({ ...owner, fields: difference(owner.fields, lost) }))
}
