import { goType } from '../../util/go-value.ts'
import { parseJson } from '../../util/json-number.ts'
import { jsonEnd } from '../../util/yaml/check/json-end.ts'
import { YamlError } from '../../util/yaml/error.ts'
import type { Patch } from '../client.ts'
import { badRequest } from '../status-error.ts'

/** A patch from its JSON text. Throws BadRequest in the server's words if it is not JSON, or not of the type's form. */
export const parsePatch = (text: string, type: 'json' | 'merge' | 'strategic'): Patch => {
  const prefix = type === 'strategic' ? '' : 'error decoding patch: '
  const fault = jsonFault(text)
  if (fault !== undefined) throw badRequest(prefix + fault)
  const body = parseJson(text)
  const wanted = type === 'json' ? '[]handlers.jsonPatchOp' : 'map[string]interface {}'
  const isFit = type === 'json' ? Array.isArray(body) : goType(body) === wanted
  if (!isFit && body !== null) {
    throw badRequest(`${prefix}json: cannot unmarshal ${jsonKind(body)} into Go value of type ${wanted}`)
  }
  return type === 'json' ? { type, body: Array.isArray(body) ? body : [] } : { type, body: body ?? {} }
}

/** What is wrong with JSON text as Go's json.Unmarshal says it; undefined if nothing is. */
export const jsonFault = (text: string): string | undefined => {
  try {
    const rest = text.slice(jsonEnd(text, 0)).trimStart()
    return rest === '' ? undefined : `invalid character '${rest.charAt(0)}' after top-level value`
  } catch (error) {
    if (!(error instanceof YamlError)) throw error
    return error.message === 'unexpected EOF' ? 'unexpected end of JSON input' : error.message
  }
}

/** How Go's decoder names the kind of a JSON value. */
export const jsonKind = (value: unknown): string => {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'string' || value === null) return value === null ? 'null' : 'string'
  if (typeof value === 'boolean') return 'bool'
  return typeof value === 'object' && goType(value).startsWith('map') ? 'object' : 'number'
}
