import type { Command } from 'commander'
import { decode } from '../../api/decode/decode.ts'
import { normalise } from '../../api/decode/normalise.ts'
import type { KubeObject } from '../../api/meta.ts'
import { applyJsonPatch, type JsonPatchOperation } from '../../api/patch/json-patch.ts'
import { applyMergePatch } from '../../api/patch/merge-patch.ts'
import { jsonFault } from '../../api/patch/parse-patch.ts'
import { applyStrategicMerge } from '../../api/patch/strategic-merge.ts'
import type { Resource } from '../../api/resource.ts'
import { schemaOfKind } from '../../api/schema.ts'
import { isMap } from '../../util/go-value.ts'
import { parseJson } from '../../util/json-number.ts'
import { Failure } from '../errors.ts'
import { inTypedOrder } from '../selection/typed-order.ts'

export interface OverrideFlags {
  readonly overrides: string
  readonly overrideType: string
}

/** Adds `--overrides` and `--override-type`. */
export const declareOverrides = (command: Command): Command =>
  command
    .option('--overrides <json>', 'JSON that changes the object that is made.', '')
    .option('--override-type <type>', 'How the JSON is meant: json, merge or strategic.', 'merge')

/** The object as --overrides changes it. */
export const override = (
  resource: Resource,
  object: KubeObject,
  { overrides, overrideType }: OverrideFlags,
): KubeObject => {
  if (overrides === '') return object
  const changed = change(resource, object, { overrides, overrideType })
  const { object: typed } = decode(resource, changed, 'Ignore')
  return inTypedOrder(normalise(resource, typed))
}

const change = (resource: Resource, object: KubeObject, { overrides, overrideType }: OverrideFlags): unknown => {
  const fault = jsonFault(overrides)
  const invalid = (): Failure =>
    new Failure(overrideType === 'strategic' ? 'invalid JSON document' : 'Invalid JSON Patch')
  if (overrideType === 'json') {
    if (fault !== undefined) throw new Failure(fault)
    const operations = parseJson(overrides)
    return applyJsonPatch(object, Array.isArray(operations) ? (operations as JsonPatchOperation[]) : [])
  }
  if (overrideType !== 'merge' && overrideType !== 'strategic') {
    throw new Failure(`invalid override type: ${overrideType}`)
  }
  const patch = fault === undefined ? parseJson(overrides) : undefined
  if (!isMap(patch)) throw invalid()
  if (overrideType === 'merge') return applyMergePatch(object, patch)
  return applyStrategicMerge({ ...object }, patch, schemaOfKind(resource) ?? {})
}
