import type { WatchEvent } from '../api/client.ts'
import { definitionOf } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { ResourceType } from '../api/resource-type.ts'

/**
 * What a watcher is told of an object that is gone. One that ends gracefully was marked for deletion before: who
 * compares lists may have missed that, as a container that stops at once leaves no time in between.
 */
export const departureOf = (
  type: ResourceType,
  object: KubeObject,
  { now, revision }: { readonly now: number; readonly revision: string },
): readonly WatchEvent[] => {
  const deletion = object.metadata.deletionTimestamp
    ? undefined
    : definitionOf(type).startDeletion?.(object, undefined, now)
  if (!deletion?.stays || !deletion.object.metadata.deletionGracePeriodSeconds) return [deleted(object, revision)]
  return [{ type: 'MODIFIED', object: deletion.object }, deleted(deletion.object, revision)]
}

/** The last state, at the revision of the deletion: whoever goes on from there has seen it. */
export const deleted = (object: KubeObject, resourceVersion: string): WatchEvent => ({
  type: 'DELETED',
  object: { ...object, metadata: { ...object.metadata, resourceVersion } },
})
