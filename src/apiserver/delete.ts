import type { DeleteOptions } from '../api/client.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { conflict } from '../api/status-error.ts'
import { toRfc3339 } from '../util/clock.ts'
import { eraseNow, finishDeletion } from './finish-deletion.ts'
import { type Server, store } from './server.ts'
import { read } from './update.ts'

const held = { Foreground: 'foregroundDeletion', Orphan: 'orphan' } as const

/** Deletes an object, or marks it where something holds it: a grace period, finalizers, dependents to see to first. */
export const remove = (
  server: Server,
  { resource, key, name, options }: { resource: Resource; key: string; name: string; options: DeleteOptions },
): KubeObject => {
  const object = read(server, resource, key, name)
  checkPreconditions(resource, object, options)
  const marked = mark(server, resource, object, options)
  if (options.dryRun) return marked ?? object
  if (!marked) {
    eraseNow(server, resource, object)
    return object
  }
  return finishDeletion(server, resource, marked) ?? store(server, resource, marked)
}

const checkPreconditions = (resource: Resource, { metadata }: KubeObject, { preconditions }: DeleteOptions): void => {
  const { uid, resourceVersion } = preconditions ?? {}
  const refuse = (why: string) => conflict({ group: '', resource: resource.kind }, metadata.name, why)
  if (uid && uid !== metadata.uid) {
    throw refuse(
      `the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    )
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw refuse(
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    )
  }
}

/** The object as it is while it waits for its end; undefined if it goes at once. */
const mark = (
  server: Server,
  resource: Resource,
  object: KubeObject,
  { gracePeriodSeconds, propagationPolicy = 'Background' }: DeleteOptions,
): KubeObject | undefined => {
  const deletion = resource.startDeletion?.(object, gracePeriodSeconds, server.now()) ?? { stays: false }
  const extra = propagationPolicy === 'Background' ? [] : [held[propagationPolicy]]
  const finalizers = [...new Set([...(object.metadata.finalizers ?? []), ...extra])]
  if (!deletion.stays && finalizers.length === 0) return undefined
  const base = deletion.stays ? deletion.object : object
  const { deletionTimestamp = toRfc3339(server.now()) } = base.metadata
  // A kind that stays by rules of its own tells itself how long.
  const grace = deletion.stays ? {} : { deletionGracePeriodSeconds: 0 }
  // A request that repeats itself changes nothing.
  const counts = resource.hasGeneration && !object.metadata.deletionTimestamp
  const generation = counts ? { generation: (base.metadata.generation ?? 0) + 1 } : {}
  return {
    ...base,
    metadata: {
      ...base.metadata,
      ...(finalizers.length > 0 ? { finalizers } : {}),
      deletionTimestamp,
      ...grace,
      ...generation,
    },
  }
}
