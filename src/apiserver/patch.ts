import type { Patch } from '../api/client.ts'
import type { KubeObject } from '../api/meta.ts'
import type { JsonMap } from '../api/patch/json.ts'
import { applyJsonPatch, type JsonPatchOperation } from '../api/patch/json-patch.ts'
import { applyMergePatch } from '../api/patch/merge-patch.ts'
import { PatchError } from '../api/patch/patch-error.ts'
import { applyStrategicMerge } from '../api/patch/strategic-merge.ts'
import type { Resource } from '../api/resource.ts'
import { schemaOfKind } from '../api/schema.ts'
import { plainError, unprocessable, unsupportedMediaType } from '../api/status-error.ts'

export interface Patching {
  readonly resource: Resource
  readonly current: KubeObject
  readonly patch: Exclude<Patch, { type: 'apply' }>
}

/** What comes of a patch, not decoded yet. Throws a StatusError if it cannot be applied. */
export const patched = ({ resource, current, patch }: Patching): unknown => {
  try {
    return result(resource, current, patch)
  } catch (error) {
    if (!(error instanceof PatchError)) throw error
    throw patch.type === 'json' ? unprocessable() : plainError(error.message)
  }
}

const result = (resource: Resource, current: KubeObject, patch: Patching['patch']): unknown => {
  if (patch.type === 'json') return applyJsonPatch(current, patch.body as readonly JsonPatchOperation[])
  if (patch.type === 'merge') return applyMergePatch(current, patch.body)
  const schema = schemaOfKind(resource)
  if (!schema) throw unsupportedMediaType()
  return applyStrategicMerge({ ...current }, patch.body as JsonMap, schema)
}
