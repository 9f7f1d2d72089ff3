import type { Command } from 'commander'
import { decode } from '../../api/decode/decode.ts'
import { normalise } from '../../api/decode/normalise.ts'
import { resourceOf } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import { applyJsonPatch, type JsonPatchOperation } from '../../api/patch/json-patch.ts'
import { applyMergePatch } from '../../api/patch/merge-patch.ts'
import { jsonFault, jsonKind } from '../../api/patch/parse-patch.ts'
import { applyStrategicMerge } from '../../api/patch/strategic-merge.ts'
import type { Resource } from '../../api/resource.ts'
import { schemaOfKind } from '../../api/schema.ts'
import { by } from '../../util/compare.ts'
import { toGoJson } from '../../util/go-json.ts'
import { goQuote } from '../../util/go-quote.ts'
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
  const fault = typeFault(changed, { sorted: overrideType === 'strategic' })
  if (fault !== undefined) throw new Failure(fault)
  const { object: typed } = decode(resource, changed, 'Ignore')
  return inTypedOrder(normalise(resource, typed))
}

// Why kubectl finds no type of its own for an object.
const typeFault = (value: unknown, { sorted }: { readonly sorted: boolean }): string | undefined => {
  if (!isMap(value)) return `${noVersion} ${jsonKind(value)} into Go value of type ${typeOnly}`
  const { apiVersion, kind } = value
  for (const [field, text] of Object.entries({ apiVersion, kind })) {
    if (typeof (text ?? '') !== 'string')
      return `${noVersion} ${jsonKind(text)} into Go struct field .${field} of type string`
  }
  if (String(apiVersion).split('/').length > 2) return `unexpected GroupVersion string: ${apiVersion}`
  const missing = kind ? (apiVersion ? undefined : 'apiVersion') : 'Kind'
  if (missing) return `Object '${missing}' is missing in '${shown(value, sorted)}'`
  if (resourceOf({ apiVersion: String(apiVersion), kind: String(kind) })) return undefined
  return `no kind ${goQuote(String(kind))} is registered for version ${goQuote(String(apiVersion))} in scheme "pkg/scheme/scheme.go:28"`
}

// A merge leaves what it does not touch as it was, and sorts the keys of the object itself.
const shown = (value: Readonly<Record<string, unknown>>, sorted: boolean): string => {
  const entries = Object.entries(value).sort(by(([key]) => key))
  return toGoJson(Object.fromEntries(entries), 0, { sorted })
}

const noVersion = "couldn't get version/kind; json parse error: json: cannot unmarshal"
const typeOnly = String.raw`struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }`

const change = (resource: Resource, object: KubeObject, { overrides, overrideType }: OverrideFlags): unknown => {
  const fault = jsonFault(overrides)
  const invalid = (): Failure =>
    new Failure(overrideType === 'strategic' ? 'invalid JSON document' : 'Invalid JSON Patch')
  if (overrideType === 'json') {
    if (fault !== undefined) throw new Failure(fault)
    const operations = parseJson(overrides)
    if (Array.isArray(operations)) return applyJsonPatch(object, operations as JsonPatchOperation[])
    if (operations === null) return object
    throw new Failure(`json: cannot unmarshal ${jsonKind(operations)} into Go value of type jsonpatch.Patch`)
  }
  if (overrideType !== 'merge' && overrideType !== 'strategic') {
    throw new Failure(`invalid override type: ${overrideType}`)
  }
  const patch = fault === undefined ? parseJson(overrides) : undefined
  // A list stands for the whole object.
  if (Array.isArray(patch) && overrideType === 'merge') return patch
  if (!isMap(patch)) throw invalid()
  if (overrideType === 'merge') return applyMergePatch(object, patch)
  return applyStrategicMerge({ ...object }, patch, schemaOfKind(resource) ?? {})
}
