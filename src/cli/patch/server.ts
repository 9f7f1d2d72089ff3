import type { KubeObject } from '../../api/meta.ts'
import { parsePatch } from '../../api/patch/parse-patch.ts'
import type { Resource } from '../../api/resource.ts'
import { isReason } from '../../api/status-error.ts'
import { sameJson } from '../../util/same-json.ts'
import { Failure } from '../errors.ts'
import { recordPatch } from '../record.ts'
import { type Found, liveObject } from '../selection/find-objects.ts'
import { printedAs } from '../selection/subresource.ts'
import type { Context } from '../verb.ts'
import type { PatchType } from './types.ts'

export interface Patching {
  readonly found: Found
  /** JSON. */
  readonly text: string
  readonly type: PatchType
  readonly subresource: string
  readonly fieldManager: string
  /** Whether the server is to store nothing. */
  readonly dryRun: boolean
}

export interface Patched {
  readonly resource: Resource
  readonly object: KubeObject
  readonly changed: boolean
}

/** Has the server patch an object. What stood in a file counts as its state before. */
export const patchOnServer = async (patching: Patching, context: Context): Promise<Patched> => {
  const { found, text, type, subresource, fieldManager, dryRun } = patching
  const { resource, namespace, name } = found
  const target = { resource, namespace, name, ...(subresource && { subresource }) }
  const before = found.object ?? (await liveObject(found, context))
  try {
    const patched = await context.client.patch(target, parsePatch(text, type), { fieldManager, dryRun })
    const note = recordPatch(context)
    const object = note ? await context.client.patch(target, note, { fieldManager, dryRun }) : patched
    return { resource: printedAs(object, resource), object, changed: !sameJson(before, object) }
  } catch (error) {
    if (!isReason(error, 'UnsupportedMediaType')) throw error
    const { group, version, kind } = resource
    throw new Failure(
      `application/${type}-merge-patch+json is not supported by ${group}/${version}, Kind=${kind}: ${error.message}`,
    )
  }
}
