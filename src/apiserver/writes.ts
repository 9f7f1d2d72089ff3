import type { DeleteOptions, NewTarget } from '../api/client.ts'
import { objectKey } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { badRequest, methodNotAllowed, noSuchResource } from '../api/status-error.ts'
import { objectOf } from './body.ts'
import { create } from './create.ts'
import { remove } from './delete.ts'
import { inNamespace } from './in-namespace.ts'
import { applied } from './managed-fields.ts'
import { patched } from './patch.ts'
import type { KnownTarget, PatchRequest, WriteRequest } from './requests.ts'
import { checkRestorable } from './restorable.ts'
import type { Server } from './server.ts'
import { subresources } from './subresources/index.ts'
import type { Subresource } from './subresources/subresource.ts'
import { read, update } from './update.ts'

/** Answers a creation: of an object, or of what a subresource takes (an eviction). */
export const createFor = (
  server: Server,
  request: Omit<WriteRequest, 'target'> & { readonly target: KnownTarget<NewTarget> },
): KubeObject => {
  const { target, body, options, warn } = request
  const { resource, namespace, name, subresource } = target
  if (!subresource || !name) return create(server, { resource, namespace, body, options, warn })
  const whole = { ...target, name }
  const { create: createPart } = subresourceOf(subresource)
  if (!createPart) throw methodNotAllowed()
  return createPart(server, current(server, whole), { target: whole, body, options, warn })
}

/** Answers a replacement of an object, or of a part of it. */
export const updateFor = (server: Server, request: WriteRequest): KubeObject => {
  const { target, body, options, warn } = request
  const { resource, namespace, name, subresource } = target
  if (subresource) return updatePart(server, subresource, request)
  const decoded = inNamespace(objectOf(resource, body, options, warn), resource, namespace)
  const given = decoded.metadata.name
  if (given && given !== name) {
    throw badRequest(`the name of the object (${given}) does not match the name on the URL (${name})`)
  }
  const object = { ...decoded, metadata: { ...decoded.metadata, name } }
  return update(server, { resource, object, options, warn })
}

/** Answers a patch: what comes of it replaces the object, or the part. */
export const patchFor = (server: Server, { target, patch, options, warn }: PatchRequest): KubeObject => {
  if (patch.type === 'apply') return applyFor(server, { target, patch, options, warn })
  const object = current(server, target)
  const part = target.subresource ? readPart(target.subresource, object, target) : object
  const body = patched({ resource: target.resource, current: part, patch })
  if (patch.type === 'strategic') checkRestorable(body, patch.body)
  return updateFor(server, { target, body, options, warn })
}

/** Server-side apply creates what is not there. It has worked out managedFields itself, so the write tracks nobody. */
const applyFor = (server: Server, request: PatchRequest & { patch: { type: 'apply' } }): KubeObject => {
  const { target, patch, options, warn } = request
  const live = server.store.get(keyOf(target))
  const body = applied(server, { resource: target.resource, live, patch, options })
  const write = { target, body, options: { ...options, fieldManager: undefined }, warn }
  return live ? updateFor(server, write) : createFor(server, write)
}

export const deleteFor = (
  server: Server,
  { target, options }: { target: KnownTarget; options: DeleteOptions },
): KubeObject => remove(server, { resource: target.resource, key: keyOf(target), name: target.name, options })

/** A part of an object, as a GET of its path gives it. */
export const readPart = (subresource: string, object: KubeObject, target: KnownTarget): KubeObject => {
  const { read: readOf } = subresourceOf(subresource)
  if (!readOf) throw methodNotAllowed()
  return readOf(object, target)
}

const updatePart = (server: Server, subresource: string, request: WriteRequest): KubeObject => {
  const { update: updateOf } = subresourceOf(subresource)
  if (!updateOf) throw methodNotAllowed()
  return updateOf(server, current(server, request.target), request)
}

const keyOf = ({ resource, namespace, name }: KnownTarget): string => objectKey(resource, namespace, name)

const current = (server: Server, target: KnownTarget): KubeObject =>
  read(server, target.resource, keyOf(target), target.name)

const subresourceOf = (name: string): Subresource => {
  const found = subresources.find(subresource => subresource.name === name)
  if (!found) throw noSuchResource()
  return found
}
