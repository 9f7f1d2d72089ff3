import { isMap } from '../../util/go-value.ts'
import type { Schema } from '../schema.ts'
import { has, type JsonMap } from './json.ts'
import { createThreeWayMergePatch } from './merge-patch.ts'
import { PatchError } from './patch-error.ts'
import { diffMaps } from './strategic-diff.ts'
import { mergeMaps } from './strategic-merge.ts'

export interface ThreeWay {
  /** What was applied last; empty if nothing was. */
  readonly original: JsonMap
  /** What the user wants now. */
  readonly modified: JsonMap
  /** What the server has. */
  readonly current: JsonMap
  /** Of the kind; a kind without one gets a merge patch. */
  readonly schema?: Schema | undefined
}

export interface ThreeWayPatch {
  readonly type: 'strategic' | 'merge'
  /** `{}` where nothing is to change. */
  readonly body: JsonMap
}

/**
 * The patch that `kubectl apply` sends: what the user wants and the server has not, and the removal of what he had
 * applied and wants no more. Throws PatchError, also if kind or name would change.
 */
export const createThreeWayPatch = ({ original, modified, current, schema }: ThreeWay): ThreeWayPatch => {
  const patch: ThreeWayPatch = schema
    ? { type: 'strategic', body: strategic({ original, modified, current, schema }) }
    : { type: 'merge', body: createThreeWayMergePatch({ original, modified, current }) }
  checkUnchanged(patch.body)
  return patch
}

const strategic = ({ original, modified, current, schema }: ThreeWay & { readonly schema: Schema }): JsonMap => {
  const additions = diffMaps(current, modified, { schema, options: { additions: true, deletions: false } })
  const deletions = diffMaps(original, modified, { schema, options: { additions: false, deletions: true } })
  return mergeMaps(deletions, additions, schema, 'patch')
}

const checkUnchanged = (patch: JsonMap): void => {
  const { metadata } = patch
  const renames = isMap(metadata) && has(metadata, 'name')
  if (!has(patch, 'apiVersion') && !has(patch, 'kind') && !renames) return
  throw new PatchError('at least one of apiVersion, kind and name was changed')
}
