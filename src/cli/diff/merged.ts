import type { KubeObject } from '../../api/meta.ts'
import { patchFor } from '../apply/three-way.ts'
import { withoutLastApplied } from '../manifests/last-applied.ts'
import { withoutVersion } from '../manifests/without-version.ts'
import type { Found } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'

export interface Merging {
  readonly found: Found & { readonly object: KubeObject }
  /** Undefined if the cluster has no such object. */
  readonly live: KubeObject | undefined
  readonly fieldManager: string
  readonly serverSide: boolean
  readonly forceConflicts: boolean
}

/** The object as it would be if it were applied, by a dry run of the server. */
export const mergedObject = async (merging: Merging, { client }: Pick<Context, 'client'>): Promise<KubeObject> => {
  const { found, live, fieldManager, serverSide, forceConflicts } = merging
  const { resource, namespace, name, object } = found
  const target = { resource, namespace, name }
  const options = { dryRun: true, fieldManager }
  if (serverSide) return client.patch(target, { type: 'apply', body: object, force: forceConflicts }, options)
  if (!live) return client.create({ resource, namespace }, withoutVersion(object), options)
  const patch = patchFor(found, live, withoutLastApplied(object))
  return Object.keys(patch.body).length === 0 ? live : client.patch(target, patch, options)
}
