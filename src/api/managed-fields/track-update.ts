import { normalise } from '../decode/normalise.ts'
import type { ManagedFieldsEntry } from '../generated/types.ts'
import { type KubeObject, parseApiVersion } from '../meta.ts'
import { type Schema, schemaOfKind } from '../schema.ts'
import { compare } from './compare.ts'
import { emptySet, type FieldPath, isEmptySet, setOfPaths, union } from './field-set.ts'
import { entriesOf, isSameManager, type ManagerId, type Owner, ownersOf } from './managers.ts'
import { withoutIgnored, withoutMeta, yielding } from './ownership.ts'

export interface Update {
  /** What is stored; undefined for a new object. */
  readonly live?: KubeObject | undefined
  /** As it will be stored, defaults and all. */
  readonly object: KubeObject
  /** What the request itself says of managedFields, if not the same as the object: normalising drops an empty list. */
  readonly given?: readonly ManagedFieldsEntry[] | undefined
  readonly manager: Omit<ManagerId, 'operation'>
  /** RFC 3339. */
  readonly now: string | undefined
  /** Paths that this request cannot change: `[['status']]` for the object itself. */
  readonly ignored?: readonly FieldPath[]
}

/**
 * The managedFields of an object after a create, update or patch: its writer owns what it changed, and others lose
 * that. An object that has none is not tracked, unless it is new. A request with `[]` or `[{}]` makes it such; one that
 * says nothing, or that is for a subresource, leaves them.
 */
export const trackUpdate = (update: Update): readonly ManagedFieldsEntry[] | undefined => {
  const { live, object, given = object.metadata.managedFields, manager } = update
  const said = manager.subresource ? undefined : given
  const entries = (isReset(said) ? undefined : (said ?? live?.metadata.managedFields)) ?? []
  if (entries.length === 0 && live) return undefined
  return entriesOf(trackOwners(ownersOf(entries), update))
}

const isReset = (given: readonly ManagedFieldsEntry[] | undefined): boolean =>
  given?.every(entry => Object.keys(entry).length === 0) ?? false

export const trackOwners = (owners: readonly Owner[], { live, object, ...update }: Update): readonly Owner[] => {
  const manager: ManagerId = { ...update.manager, operation: 'Update' }
  const comparison = withoutIgnored(
    compare(live ?? emptyObject(object), object, objectSchema(object)),
    setOfPaths(...(update.ignored ?? []).map(asFields)),
  )
  const left = yielding(owners, comparison)
  const own = withoutMeta(union(comparison.modified, comparison.added))
  if (isEmptySet(own)) return left
  const others = left.filter(owner => !isSameManager(owner, manager))
  const before = left.find(owner => isSameManager(owner, manager))?.fields ?? emptySet
  return [...others, { ...manager, time: update.now, fields: union(own, before) }]
}

export const asFields = (path: FieldPath): FieldPath => path.map(name => `f:${name}`)

/** A kind without a schema is seen as one value a field. */
export const objectSchema = ({ apiVersion, kind }: KubeObject): Schema =>
  schemaOfKind({ ...parseApiVersion(apiVersion), kind }) ?? {}

/** The object of this kind that says nothing: what its Go type always writes is there. */
export const emptyObject = ({ apiVersion, kind }: KubeObject): KubeObject =>
  normalise({ ...parseApiVersion(apiVersion), kind }, { apiVersion, kind, metadata: { name: '' } })
