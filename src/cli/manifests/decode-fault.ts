import { jsonKind } from '../../api/patch/parse-patch.ts'
import { toGoJson } from '../../util/go-json.ts'
import { isMap } from '../../util/go-value.ts'

/** Why kubectl cannot take a JSON value for an object of any kind, in its words; undefined where it can. */
export const decodeFault = (value: unknown): string | undefined => {
  if (!isMap(value)) return `json: cannot unmarshal ${jsonKind(value)} into Go value of type unstructured.detector`
  // An apiVersion that is none hides the kind, too.
  const { kind, apiVersion } = value
  const hidden = typeof apiVersion === 'string' && apiVersion.split('/').length > 2
  if (typeof kind === 'string' && kind !== '' && !hidden) return undefined
  return `Object 'Kind' is missing in '${toGoJson(value)}'`
}
