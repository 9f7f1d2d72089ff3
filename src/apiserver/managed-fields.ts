import type { Patch, WriteOptions } from '../api/client.ts'
import { normalise } from '../api/decode/normalise.ts'
import type { ManagedFieldsEntry } from '../api/generated/types.ts'
import { applyConfiguration } from '../api/managed-fields/apply.ts'
import { trackUpdate } from '../api/managed-fields/track-update.ts'
import { formatApiVersion, type KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { toRfc3339 } from '../util/clock.ts'
import type { Server } from './server.ts'

interface Tracking {
  readonly resource: Resource
  /** As it will be stored, but for what the server itself gives (addresses): that is nobody's. */
  readonly object: KubeObject
  readonly old?: KubeObject | undefined
  readonly options: WriteOptions
  readonly given?: readonly ManagedFieldsEntry[] | undefined
  readonly subresource?: string | undefined
}

/**
 * The object with the managedFields that this write leaves. Writes without a field manager (controllers', and what
 * server-side apply has worked out already) are not tracked: the object says what they are.
 */
export const tracked = (
  server: Server,
  { resource, object, old, options, given, subresource }: Tracking,
): KubeObject => {
  const { fieldManager } = options
  if (fieldManager === undefined) return object
  const managedFields = trackUpdate({
    live: old,
    object: normalise(resource, object),
    given,
    manager: { manager: fieldManager, apiVersion: apiVersionOf(resource), subresource },
    now: toRfc3339(server.now()),
    ignored: subresource || !resource.hasStatus ? [] : [['status']],
  })
  const { managedFields: _, ...metadata } = object.metadata
  return { ...object, metadata: managedFields ? { ...metadata, managedFields } : metadata }
}

/** What server-side apply makes of the stored object; not decoded yet. */
export const applied = (
  server: Server,
  {
    resource,
    live,
    patch,
    options,
  }: {
    readonly resource: Resource
    readonly live: KubeObject | undefined
    readonly patch: Extract<Patch, { type: 'apply' }>
    readonly options: WriteOptions
  },
): KubeObject =>
  applyConfiguration({
    live,
    config: patch.body as KubeObject,
    manager: { manager: options.fieldManager ?? 'unknown', apiVersion: apiVersionOf(resource) },
    force: patch.force,
    now: toRfc3339(server.now()),
    ignored: resource.hasStatus ? [['status']] : [],
  })

const apiVersionOf = ({ group, version }: Resource): string => formatApiVersion(group, version)
