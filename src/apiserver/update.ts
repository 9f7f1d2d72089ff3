import type { WriteOptions } from '../api/client.ts'
import { normalise, normaliseStatus } from '../api/decode/normalise.ts'
import { formatApiVersion, type KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { conflict, invalidObject, notFound, plainError } from '../api/status-error.ts'
import { validateObjectMeta } from '../api/validation/object-meta.ts'
import { validateObjectMetaUpdate } from '../api/validation/object-meta-update.ts'
import { goQuote } from '../util/go-quote.ts'
import { sameJson } from '../util/same-json.ts'
import { admit, checkAdmission } from './admission/admit.ts'
import type { Warn } from './body.ts'
import { keepCompanions } from './create.ts'
import { finishDeletion } from './finish-deletion.ts'
import { tracked } from './managed-fields.ts'
import { metaRules } from './meta-rules.ts'
import { contextOf, keyOf, type Server, store, subjectOf } from './server.ts'

export interface UpdateRequest {
  readonly resource: Resource
  /** The whole object as it shall be, decoded. */
  readonly object: KubeObject
  readonly options: WriteOptions
  /** Unset where nobody would hear warnings. */
  readonly warn?: Warn | undefined
  /** Where it came through: what it changes is owned there. */
  readonly subresource?: string | undefined
}

/** The stored object, or a NotFound error. */
export const read = (server: Server, resource: Resource, key: string, name: string): KubeObject => {
  const found = server.store.get(key)
  if (!found) throw notFound(subjectOf(resource), name)
  return found
}

/** Replaces an object but for its status. Gives it as it was stored; an update that changes nothing stores nothing. */
export const update = (server: Server, request: UpdateRequest): KubeObject => {
  const { resource, object, options, warn, subresource } = request
  const dryRun = options.dryRun ?? false
  const old = read(server, resource, keyOf(resource, object), object.metadata.name)
  checkPreconditions(resource, object, old)
  const kept = keep(resource, object, old)
  const defaulted = resource.withDefaults?.(kept) ?? kept
  const given = object.metadata.managedFields
  const owned = tracked(server, { resource, object: defaulted, old, options, given, subresource })
  const admitted = admit(server, { resource, object: owned, old, dryRun })
  const prepared = resource.prepareForUpdate?.(admitted, old) ?? admitted
  const allocated = resource.allocate?.(prepared, contextOf(server, dryRun), old) ?? prepared
  validate(server, resource, allocated, old)
  if (warn) resource.warnings?.(allocated, old).forEach(warn)
  checkAdmission(server, { resource, object: allocated, old, dryRun })
  // What controllers write beside the spec does not count.
  const countsAnnotations = resource.countsAnnotations === true && options.fieldManager !== undefined
  return commit(server, { resource, object: allocated, old, dryRun, countsAnnotations })
}

/** Replaces an object's status alone. */
export const updateStatus = (server: Server, { resource, object, options }: UpdateRequest): KubeObject => {
  const old = read(server, resource, keyOf(resource, object), object.metadata.name)
  checkPreconditions(resource, object, old)
  const { status } = object as KubeObject & { status?: unknown }
  const changed = { ...old, ...(status === undefined ? {} : { status }) }
  const defaulted = resource.withDefaults?.(changed) ?? changed
  const errors = resource.validateStatus?.(defaulted, old) ?? []
  if (errors.length > 0) throw invalidObject(resource, old.metadata.name, errors)
  const owned = tracked(server, { resource, object: defaulted, old, options, subresource: 'status' })
  return commit(server, { resource, object: owned, old, dryRun: options.dryRun ?? false })
}

/** Stores a status that a controller made of an object as it is: it needs no defaults, no checks and no owner. */
export const storeStatus = (
  server: Server,
  { resource, old, status }: { resource: Resource; old: KubeObject; status: object },
): KubeObject => {
  const written = normaliseStatus(resource, status)
  if (sameJson(written, (old as { status?: unknown }).status)) return old
  return store(server, resource, Object.assign({}, old, { status: written }))
}

const checkPreconditions = (resource: Resource, { metadata }: KubeObject, old: KubeObject): void => {
  const { name, uid, resourceVersion } = old.metadata
  if (metadata.uid && metadata.uid !== uid) {
    const precondition = `Precondition failed: UID in precondition: ${metadata.uid}, UID in object meta: ${uid}`
    const key = `/registry/${keyOf(resource, old)}`
    const why = `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: ${precondition}`
    throw conflict(subjectOf(resource), name, why)
  }
  const { resourceVersion: given = '' } = metadata
  if (!/^\d*$/.test(given)) throw plainError(`strconv.ParseUint: parsing ${goQuote(given)}: invalid syntax`)
  if (given !== '' && given !== '0' && given !== resourceVersion) throw conflict(subjectOf(resource), name)
}

/** What a client cannot change is the old object's: its identity, its time, its status where that is a subresource. */
const keep = (resource: Resource, object: KubeObject, old: KubeObject): KubeObject => {
  const { status: _, ...rest } = object as KubeObject & { status?: unknown }
  const { status } = old as KubeObject & { status?: unknown }
  const {
    uid,
    creationTimestamp,
    deletionTimestamp,
    deletionGracePeriodSeconds,
    generation,
    generateName,
    resourceVersion,
  } = old.metadata
  const fixed = {
    uid,
    creationTimestamp,
    deletionTimestamp,
    deletionGracePeriodSeconds,
    generation,
    generateName,
    resourceVersion,
  }
  return {
    ...(resource.hasStatus ? rest : object),
    ...(resource.hasStatus && status !== undefined ? { status } : {}),
    apiVersion: formatApiVersion(resource.group, resource.version),
    kind: resource.kind,
    metadata: { ...object.metadata, ...fixed },
  }
}

const validate = ({ settings }: Server, resource: Resource, object: KubeObject, old: KubeObject): void => {
  const changed = validateObjectMetaUpdate(object.metadata, old.metadata)
  const errors = [
    ...validateObjectMeta(object.metadata, metaRules(resource)),
    // Asked by the server for every kind, and by each kind again.
    ...changed,
    ...changed,
    ...(resource.validateUpdate?.(object, old, settings) ?? resource.validate?.(object, settings) ?? []),
  ]
  if (errors.length > 0) throw invalidObject(resource, object.metadata.name, errors)
}

const commit = (
  server: Server,
  {
    resource,
    object,
    old,
    dryRun,
    countsAnnotations = false,
  }: { resource: Resource; object: KubeObject; old: KubeObject; dryRun: boolean; countsAnnotations?: boolean },
): KubeObject => {
  const whole = normalise(resource, object)
  const counted = resource.hasGeneration ? countGeneration(whole, old, countsAnnotations) : whole
  if (sameJson(counted, old)) return old
  if (dryRun) return counted
  keepCompanions(server, resource, counted, old)
  return finishDeletion(server, resource, counted) ?? store(server, resource, counted)
}

const countGeneration = (object: KubeObject, old: KubeObject, countsAnnotations: boolean): KubeObject => {
  const isSame = !countsAnnotations || sameJson(object.metadata.annotations ?? {}, old.metadata.annotations ?? {})
  if (isSame && sameJson(withoutMeta(object), withoutMeta(old))) return object
  return { ...object, metadata: { ...object.metadata, generation: (old.metadata.generation ?? 0) + 1 } }
}

const withoutMeta = ({ metadata: _, status: __, ...rest }: KubeObject & { status?: unknown }): object => rest
