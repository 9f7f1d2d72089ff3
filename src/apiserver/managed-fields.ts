import type { Patch, WriteOptions } from '../api/client.ts'
import { normalise } from '../api/decode/normalise.ts'
import { required } from '../api/field-error.ts'
import type { ManagedFieldsEntry } from '../api/generated/types.ts'
import { applyConfiguration } from '../api/managed-fields/apply.ts'
import { trackUpdate } from '../api/managed-fields/track-update.ts'
import { formatApiVersion, type KubeObject, parseApiVersion } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { badRequest, invalidObject } from '../api/status-error.ts'
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
    // What a scale changes is written without a time.
    now: subresource === 'scale' ? undefined : toRfc3339(server.now()),
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
    subresource,
  }: {
    readonly resource: Resource
    readonly live: KubeObject | undefined
    readonly patch: Extract<Patch, { type: 'apply' }>
    readonly options: WriteOptions
    readonly subresource?: string | undefined
  },
): KubeObject => {
  checkApply(resource, patch.body, options)
  return applyConfiguration({
    live,
    config: patch.body as KubeObject,
    manager: { manager: options.fieldManager ?? '', apiVersion: apiVersionOf(resource), subresource },
    force: patch.force,
    now: toRfc3339(server.now()),
    ignored: subresource === 'status' ? [['spec']] : resource.hasStatus ? [['status']] : [],
  })
}

const checkApply = (resource: Resource, body: unknown, { fieldManager }: WriteOptions): void => {
  if (!fieldManager) {
    throw invalidObject({ group: 'meta.k8s.io', kind: 'PatchOptions' }, '', [
      required('fieldManager', 'is required for apply patch'),
    ])
  }
  const { apiVersion = '', kind = '' } = body as Partial<KubeObject>
  if (apiVersion === apiVersionOf(resource) && kind === resource.kind) return
  const { group, version } = parseApiVersion(apiVersion)
  throw badRequest(`invalid object type: ${group}/${version}, Kind=${kind}`)
}

const apiVersionOf = ({ group, version }: Resource): string => formatApiVersion(group, version)
