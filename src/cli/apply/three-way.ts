import type { KubeObject } from '../../api/meta.ts'
import type { JsonMap } from '../../api/patch/json.ts'
import { PatchError } from '../../api/patch/patch-error.ts'
import { createThreeWayPatch, type ThreeWayPatch } from '../../api/patch/three-way.ts'
import { schemaOfKind } from '../../api/schema.ts'
import { isMap } from '../../util/go-value.ts'
import { parseJson } from '../../util/json-number.ts'
import { Failure } from '../errors.ts'
import { lastAppliedOf } from '../manifests/last-applied.ts'
import type { Found } from '../selection/find-objects.ts'

/** What is to change for an object to be as a file says, given what the annotation says was applied last. */
export const patchFor = ({ resource }: Found, live: KubeObject, modified: KubeObject): ThreeWayPatch => {
  const schema = schemaOfKind(resource)
  try {
    return createThreeWayPatch({ original: originalOf(live), modified: { ...modified }, current: { ...live }, schema })
  } catch (error) {
    throw error instanceof PatchError ? new Failure(error.message) : error
  }
}

/** What was applied last, as the annotation says it; empty without one. */
export const originalOf = (live: KubeObject): JsonMap => {
  const text = lastAppliedOf(live)
  if (!text) return {}
  const value = parseJson(text)
  return isMap(value) ? value : {}
}
