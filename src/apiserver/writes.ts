import type { DeleteOptions, NewTarget } from '../api/client.ts'
import { objectKey } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { badRequest, methodNotAllowed, noSuchResource } from '../api/status-error.ts'
import { objectOf, type Warn } from './body.ts'
import { createDecoded } from './create.ts'
import { remove } from './delete.ts'
import { inNamespace } from './in-namespace.ts'
import { applied } from './managed-fields.ts'
import { patched } from './patch.ts'
import type { KnownTarget, PatchRequest, WriteRequest } from './requests.ts'
import { checkPatched } from './restorable.ts'
import type { Server } from './server.ts'
import { subresources } from './subresources/index.ts'
import type { Subresource } from './subresources/subresource.ts'
import { read, type UpdateRequest, update } from './update.ts'

/** Answers a creation: of an object, or of what a subresource takes (an eviction). */
export const createFor = (
  server: Server,
  request: Omit<WriteRequest, 'target'> & { readonly target: KnownTarget<NewTarget> },
): KubeObject => {
  const { target, body, options, warn } = request
  const { resource, namespace, name, subresource } = target
  if (!subresource || !name) {
    const object = inNamespace(objectOf(resource, body, options, warn), resource, namespace)
    return storedBy(createDecoded, server, { resource, object, options, warn })
  }
  const whole = { ...target, name }
  const { create: createPart } = subresourceOf(subresource, resource)
  if (!createPart) throw methodNotAllowed()
  return createPart(server, current(server, whole), { target: whole, body, options, warn })
}

/** Answers a replacement of an object, or of a part of it. */
export const updateFor = (server: Server, request: WriteRequest): KubeObject => {
  const { target, body, options, warn } = request
  const { resource, namespace, name, subresource } = target
  if (subresource) return updatePart(server, subresource, request)
  const decoded = inNamespace(objectOf(resource, body, options, warn), resource, namespace)
  checkName(decoded, target)
  const object = { ...decoded, metadata: { ...decoded.metadata, name } }
  const isMissing = resource.createsOnUpdate && !server.store.get(keyOf(target))
  return storedBy(isMissing ? upsert : update, server, { resource, object, options, warn })
}

/** Writes an object as the kind as which it is stored, and gives it as the kind that was written. */
const storedBy = (
  write: (server: Server, request: UpdateRequest) => KubeObject,
  server: Server,
  request: UpdateRequest,
): KubeObject => {
  const { guise } = request.resource
  if (!guise) return write(server, request)
  return guise.fromStored(write(server, { ...request, resource: guise.of, object: guise.toStored(request.object) }))
}

/** What is sent to an object's path has to name it. */
const checkName = (body: unknown, { name }: KnownTarget): void => {
  const given = (body as Partial<KubeObject>).metadata?.name
  if (!given)
    throw badRequest(`the name of the object (${name} based on URL) was undeterminable: name must be provided`)
  if (given === name) return
  throw badRequest(`the name of the object (${given}) does not match the name on the URL (${name})`)
}

const upsert = (server: Server, { object, ...request }: UpdateRequest): KubeObject =>
  createDecoded(server, { ...request, object: withoutRevision(object) })

/** Who creates by updating or applying need not know that the object is not there. */
const withoutRevision = (object: KubeObject): KubeObject => {
  const { resourceVersion: _, ...metadata } = object.metadata
  return { ...object, metadata }
}

/** Answers a patch: what comes of it replaces the object, or the part. */
export const patchFor = (server: Server, { target, patch, options, warn }: PatchRequest): KubeObject => {
  if (patch.type === 'apply') return applyFor(server, { target, patch, options, warn })
  const object = current(server, target)
  const part = target.subresource ? readPart(target.subresource, object, target) : object
  const body = patched({ resource: target.resource, current: part, patch })
  if (target.subresource !== 'scale') checkPatched(target.resource, { current: part, body, patch, options })
  return updateFor(server, { target, body, options, warn })
}

/** Server-side apply creates what is not there. It has worked out managedFields itself, so the write tracks nobody. */
const applyFor = (server: Server, request: PatchRequest & { patch: { type: 'apply' } }): KubeObject => {
  const { target, patch, options, warn } = request
  const { resource, subresource } = target
  const live = subresource || server.store.get(keyOf(target)) ? current(server, target) : undefined
  if (subresource === 'scale') return updatePart(server, subresource, { target, body: patch.body, options, warn })
  checkName(patch.body, target)
  const body = applied(server, { resource, live, patch, options, subresource })
  const write = { target, body, options: { ...options, fieldManager: undefined }, warn }
  return live ? updateFor(server, write) : createFor(server, { ...write, body: withoutRevision(body) })
}

export const deleteFor = (
  server: Server,
  { target, options, warn }: { target: KnownTarget; options: DeleteOptions; warn: Warn },
): KubeObject => {
  const { resource, name } = target
  const orphans = options.propagationPolicy === undefined ? resource.orphansByDefault : undefined
  if (orphans) warn(orphans)
  const whole: DeleteOptions = orphans ? { ...options, propagationPolicy: 'Orphan' } : options
  const removed = remove(server, { resource: resource.guise?.of ?? resource, key: keyOf(target), name, options: whole })
  return resource.guise?.fromStored(removed) ?? removed
}

/** A part of an object, as a GET of its path gives it. */
export const readPart = (subresource: string, object: KubeObject, target: KnownTarget): KubeObject => {
  const { read: readOf } = subresourceOf(subresource, target.resource)
  if (!readOf) throw methodNotAllowed()
  return readOf(object, target)
}

const updatePart = (server: Server, subresource: string, request: WriteRequest): KubeObject => {
  const { resource } = request.target
  const { update: updateOf } = subresourceOf(subresource, resource)
  // Parts are written in the version that is stored.
  if (!updateOf || resource.guise) throw methodNotAllowed()
  return updateOf(server, current(server, request.target), request)
}

const keyOf = ({ resource, namespace, name }: KnownTarget): string =>
  objectKey(resource.guise?.of ?? resource, namespace, name)

const current = (server: Server, target: KnownTarget): KubeObject => {
  const found = read(server, target.resource, keyOf(target), target.name)
  return target.resource.guise?.fromStored(found) ?? found
}

/** The subresource of this name. Throws NotFound where a kind has none. */
export const subresourceOf = (name: string, resource: Resource): Subresource => {
  const found = subresources.find(subresource => subresource.name === name && subresource.isOf(resource))
  if (!found) throw noSuchResource()
  return found
}
