import type { KubeObject } from '../../api/meta.ts'
import type { JsonMap } from '../../api/patch/json.ts'
import { applyJsonPatch, type JsonPatchOperation } from '../../api/patch/json-patch.ts'
import { applyMergePatch } from '../../api/patch/merge-patch.ts'
import { jsonFault, jsonKind } from '../../api/patch/parse-patch.ts'
import { applyStrategicMerge } from '../../api/patch/strategic-merge.ts'
import type { Resource } from '../../api/resource.ts'
import { schemaOfKind } from '../../api/schema.ts'
import { isMap } from '../../util/go-value.ts'
import { parseJson } from '../../util/json-number.ts'
import { sameJson } from '../../util/same-json.ts'
import { Failure } from '../errors.ts'
import { decodeFault } from '../manifests/decode-fault.ts'
import { liveObject } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import type { Patched, Patching } from './server.ts'
import type { PatchType } from './types.ts'

/**
 * Patches what a file holds (or the server's object) without sending it; errors are those of kubectl's own libraries.
 */
export const patchLocally = async ({ found, text, type }: Patching, context: Context): Promise<Patched> => {
  const { resource } = found
  const before = found.object ?? (await liveObject(found, context))
  const object = decoded(appliers[type]({ resource, object: before, text }))
  return { resource, object, changed: !sameJson(before, object) }
}

const decoded = (value: unknown): KubeObject => {
  const fault = decodeFault(value)
  if (fault !== undefined) throw new Failure(fault)
  return value as KubeObject
}

interface Applying {
  readonly resource: Resource
  readonly object: KubeObject
  readonly text: string
}

const appliers: Readonly<Record<PatchType, (applying: Applying) => unknown>> = {
  strategic({ resource, object, text }) {
    const schema = schemaOfKind(resource)
    if (!schema) {
      const kind = `${resource.group}/${resource.version}, Kind=${resource.kind}`
      throw new Failure(`strategic merge patch is not supported for ${kind} locally, try --type merge`)
    }
    return applyStrategicMerge({ ...object }, mapIn(text, 'invalid JSON document'), schema)
  },
  // A list is no patch, and so stands for all that there was.
  merge: ({ object, text }) =>
    /^\s*\[/.test(text) && jsonFault(text) === undefined
      ? parseJson(text)
      : applyMergePatch(object, mapIn(text, 'Invalid JSON Patch')),
  json({ object, text }) {
    const fault = jsonFault(text)
    if (fault !== undefined) throw new Failure(fault)
    const operations = parseJson(text)
    if (Array.isArray(operations)) return applyJsonPatch(object, operations as JsonPatchOperation[])
    throw new Failure(`json: cannot unmarshal ${jsonKind(operations)} into Go value of type jsonpatch.Patch`)
  },
}

const mapIn = (text: string, fault: string): JsonMap => {
  const value = jsonFault(text) === undefined ? parseJson(text) : undefined
  if (!isMap(value)) throw new Failure(fault)
  return value
}
