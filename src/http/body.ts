import { jsonFault, jsonKind } from '../api/patch/parse-patch.ts'
import type { Resource } from '../api/resource.ts'
import { badRequest, StatusError } from '../api/status-error.ts'
import { isMap } from '../util/go-value.ts'
import { parseJson } from '../util/json-number.ts'
import { duplicateFields } from './duplicate-fields.ts'
import type { Call } from './server.ts'

export interface ParsedBody {
  readonly value: unknown
  /** Fields that the text has twice: `metadata.name`. */
  readonly duplicates: readonly string[]
}

const types = ['application/json', 'application/yaml', 'application/vnd.kubernetes.protobuf']

/** The object in a request's body, as JSON. Throws what the server says of text that is none, and of other types. */
export const bodyOf = async (resource: Resource, call: Call): Promise<ParsedBody> => {
  const { value, fault } = await parseText(call)
  if (fault !== undefined) throw unrecognized(resource, fault, call.body)
  const text = isJson(call) ? textOf(call.body) : ''
  return { value: value ?? {}, duplicates: duplicateFields(text) }
}

/** The value of a body, or what is wrong with its text. */
export const parseText = async (call: Call): Promise<{ readonly value?: unknown; readonly fault?: string }> => {
  const text = textOf(call.body)
  if (!isJson(call)) return parseYamlText(text)
  const fault = jsonFault(text)
  if (fault !== undefined) return { fault: `couldn't get version/kind; json parse error: ${fault}` }
  const value = parseJson(text)
  if (isMap(value) || value === null) return { value }
  return {
    fault: `couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonKind(value)} into Go value of type ${typeMeta}`,
  }
}

const typeMeta =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }'

export const textOf = (body: Uint8Array): string => new TextDecoder().decode(body)

/** The media type of a body: `application/json` if nothing is said. */
export const mediaTypeOf = ({ headers }: Pick<Call, 'headers'>): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim() || 'application/json'

const isJson = (call: Pick<Call, 'headers'>): boolean => {
  const type = mediaTypeOf(call)
  if (!types.slice(0, 2).includes(type)) throw unknownFormat()
  return type === 'application/json'
}

const unknownFormat = (): StatusError =>
  new StatusError(
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${types.join(', ')}`,
  )

const parseYamlText = async (text: string): Promise<{ readonly value?: unknown; readonly fault?: string }> => {
  const [{ parseYaml }, { YamlError }] = await Promise.all([
    import('../util/yaml/read.ts'),
    import('../util/yaml/error.ts'),
  ])
  try {
    const value = parseYaml(text)
    if (isMap(value) || value === null) return { value }
    return {
      fault: `couldn't get version/kind; json parse error: json: cannot unmarshal ${jsonKind(value)} into Go value of type ${typeMeta}`,
    }
  } catch (error) {
    if (!(error instanceof YamlError)) throw error
    return { fault: error.message }
  }
}

const unrecognized = ({ kind }: Resource, fault: string, body: Uint8Array): StatusError =>
  badRequest(`the object provided is unrecognized (must be of type ${kind}): ${fault} (${summary(body)})`)

// How much of a body an error shows.
const shown = 30

const summary = (body: Uint8Array): string => {
  if (body.length === 0) return '<empty>'
  const head = body.slice(0, shown)
  const text = body[0] === 0x7b ? textOf(head) : [...head].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return body.length > shown ? `${text} ...` : text
}
