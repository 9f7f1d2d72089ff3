import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { companionChanges, keyOfAny } from './companions.ts'
import { keyOf, type Server } from './server.ts'

/**
 * Takes an object away for good if it is marked for deletion and nothing holds it any more: no finalizer, no grace
 * period, nothing of the kind's own. Gives the object if it is gone, undefined if it stays.
 */
export const finishDeletion = (server: Server, resource: Resource, object: KubeObject): KubeObject | undefined => {
  const { deletionTimestamp, finalizers = [], deletionGracePeriodSeconds = 0 } = object.metadata
  if (!deletionTimestamp || finalizers.length > 0 || deletionGracePeriodSeconds > 0) return undefined
  if (resource.holdsDeletion?.(object)) return undefined
  eraseNow(server, resource, object)
  return object
}

/** Takes an object away with all that goes with it, whatever holds it. */
export const eraseNow = (server: Server, resource: Resource, object: KubeObject): void => {
  server.nextRevision()
  server.store.delete(keyOf(resource, object))
  const together = [
    ...(resource.deletedWith?.(object, server.view) ?? []),
    ...companionChanges(resource, undefined, object).drop,
  ]
  for (const other of together) server.store.delete(keyOfAny(other))
}
