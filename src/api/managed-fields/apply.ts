import { sameJson } from '../../util/same-json.ts'
import { type KubeObject, parseApiVersion } from '../meta.ts'
import type { Schema } from '../schema.ts'
import { badRequest, plainError } from '../status-error.ts'
import { compare } from './compare.ts'
import { applyConflict } from './conflicts.ts'
import {
  deepDifference,
  difference,
  emptySet,
  type FieldPath,
  type FieldSet,
  intersection,
  isEmptySet,
  setOfPaths,
  union,
} from './field-set.ts'
import { allowedByLastApplied, withLastApplied } from './last-applied.ts'
import { entriesOf, isSameManager, type ManagerId, type Owner, ownersOf } from './managers.ts'
import { mergeConfiguration } from './merge.ts'
import { type Clash, clashesOf, withoutIgnored, withoutMeta, yielding } from './ownership.ts'
import { removeFields } from './remove.ts'
import { toFieldSet, withNamedFields } from './to-field-set.ts'
import { asFields, emptyObject, objectSchema, trackOwners } from './track-update.ts'
import { configurationFaults, joinFaults } from './validate.ts'

export interface Apply {
  /** What is stored; undefined if nothing is. */
  readonly live?: KubeObject | undefined
  /** What the manager wants, with apiVersion, kind and name. */
  readonly config: KubeObject
  readonly manager: Omit<ManagerId, 'operation'>
  /** Takes what others own. */
  readonly force?: boolean | undefined
  /** RFC 3339. */
  readonly now: string
  /** Paths that this request cannot change. */
  readonly ignored?: readonly FieldPath[]
}

/**
 * Server-side apply: the object with the configuration merged in, without what the manager had applied and wants no
 * more, and with managedFields that tell so. The result still needs decoding and defaults. Throws StatusError: 409 if
 * others own what would change, 500 if the configuration does not fit the schema.
 */
export const applyConfiguration = (request: Apply): KubeObject => {
  const { config, manager } = request
  checkConfiguration(config)
  const merged = new Application(request)
  const clashes = merged.clashes()
  if (clashes.length > 0 && !request.force) {
    const allowed = manager.manager === 'kubectl' ? allowedByLastApplied(request.live, merged.schema) : emptySet
    const kept = clashes
      .map(({ owner, fields }) => ({ owner, fields: difference(fields, allowed) }))
      .filter(({ fields }) => !isEmptySet(fields))
    if (kept.length > 0) throw applyConflict(kept)
  }
  const object = merged.result()
  return manager.manager === 'kubectl' ? withLastApplied(object, config) : object
}

const checkConfiguration = (config: KubeObject): void => {
  const { apiVersion, kind, metadata } = config
  if (metadata.managedFields) throw badRequest('metadata.managedFields must be nil')
  const faults = configurationFaults(config, objectSchema(config))
  if (faults.length === 0) return
  const { group, version } = parseApiVersion(apiVersion)
  const subject = `${metadata.namespace ?? ''}/${metadata.name}; ${group}/${version}, Kind=${kind}`
  throw plainError(`failed to create typed patch object (${subject}): ${joinFaults(faults)}`)
}

class Application {
  readonly schema: Schema
  readonly #request: Apply
  readonly #live: KubeObject
  readonly #manager: ManagerId
  readonly #owners: readonly Owner[]
  readonly #fields: FieldSet
  readonly #ignored: FieldSet
  readonly #object: KubeObject

  constructor(request: Apply) {
    this.#request = request
    this.schema = objectSchema(request.config)
    this.#manager = { ...request.manager, operation: 'Apply' }
    this.#live = withoutManagedFields(request.live ?? emptyObject(request.config))
    this.#owners = ownersBefore(request)
    this.#ignored = setOfPaths(...(request.ignored ?? []).map(asFields))
    this.#fields = deepDifference(toFieldSet(request.config, this.schema), this.#ignored)
    this.#object = this.#pruned(mergeConfiguration(this.#live, request.config, this.schema)) as KubeObject
  }

  get #others(): readonly Owner[] {
    return this.#owners.filter(owner => !isSameManager(owner, this.#manager))
  }

  get #before(): Owner | undefined {
    return this.#owners.find(owner => isSameManager(owner, this.#manager))
  }

  get #comparison() {
    return withoutIgnored(compare(this.#live, this.#object, this.schema), this.#ignored)
  }

  clashes(): readonly Clash[] {
    return clashesOf(this.#others, this.#comparison)
  }

  result(): KubeObject {
    // An apply that changes no value leaves no time.
    const changed = !this.#request.live || !sameJson(this.#live, this.#object)
    const time = changed ? this.#request.now : this.#before?.time
    const own: Owner = { ...this.#manager, time, fields: withoutMeta(this.#fields) }
    const managedFields = entriesOf([...yielding(this.#others, this.#comparison), own])
    return { ...this.#object, metadata: { ...this.#object.metadata, managedFields } }
  }

  /** Without what the manager applied last time and now does not, unless somebody else owns it. */
  #pruned(merged: unknown): unknown {
    const last = this.#before?.fields ?? emptySet
    if (isEmptySet(last)) return merged
    const full = (set: FieldSet): FieldSet => withNamedFields(set, this.schema)
    const everything = full(toFieldSet(merged, this.schema))
    const owned = this.#others.reduce((set, { fields }) => union(set, fields), this.#fields)
    const pruned = removeFields(merged, full(last), this.schema)
    const kept = union(full(toFieldSet(pruned, this.schema)), full(owned))
    const back = removeFields(merged, difference(everything, kept), this.schema)
    const gone = difference(everything, full(toFieldSet(back, this.schema)))
    return removeFields(merged, intersection(gone, full(last)), this.schema)
  }
}

const withoutManagedFields = ({ metadata, ...object }: KubeObject): KubeObject => {
  const { managedFields: _, ...rest } = metadata
  return { ...object, metadata: rest }
}

// What an object had before anybody tracked it belongs to a manager of its own.
const ownersBefore = ({ live, config, now }: Apply): readonly Owner[] => {
  if (!live) return []
  const owners = ownersOf(live.metadata.managedFields)
  if (owners.length > 0) return owners
  const manager = { manager: 'before-first-apply', apiVersion: config.apiVersion }
  return trackOwners([], { object: withoutManagedFields(live), manager, now })
}
