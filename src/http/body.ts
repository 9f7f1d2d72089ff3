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

/** The object in a request's body, as JSON. Throws what the server says of text that is none, and of other types. */
export const bodyOf = async (resource: Resource, call: Call): Promise<ParsedBody> => {
  const { value, fault } = await parseBody(call)
  if (fault !== undefined) throw unrecognized(resource, fault, call.body)
  const isJson = mediaTypeOf(call) === 'application/json'
  return { value: value ?? {}, duplicates: isJson ? duplicateFields(textOf(call.body)) : [] }
}

/** A value, or what is wrong with what should be one. */
interface Parsed {
  readonly value?: unknown
  readonly fault?: string
}

/** The value of a body, or what is wrong with it. Throws UnsupportedMediaType. */
export const parseBody = async (call: Call): Promise<Parsed> => {
  const parse = parsers[mediaTypeOf(call)]
  if (parse) return parse(call.body)
  throw new StatusError(
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${Object.keys(parsers).join(', ')}`,
  )
}

export const textOf = (body: Uint8Array): string => new TextDecoder().decode(body)

/** The media type of a body: `application/json` if nothing is said. */
export const mediaTypeOf = ({ headers }: Pick<Call, 'headers'>): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim() || 'application/json'

const parseJsonBody = async (body: Uint8Array): Promise<Parsed> => {
  const text = textOf(body)
  const fault = jsonFault(text)
  return fault === undefined ? objectIn(parseJson(text)) : { fault: withoutType(fault) }
}

const parseYamlBody = async (body: Uint8Array): Promise<Parsed> => {
  const [{ parseYaml }, { YamlError }] = await Promise.all([
    import('../util/yaml/read.ts'),
    import('../util/yaml/error.ts'),
  ])
  try {
    return objectIn(parseYaml(textOf(body)))
  } catch (error) {
    if (!(error instanceof YamlError)) throw error
    return { fault: error.message }
  }
}

const parseProtobuf = async (body: Uint8Array): Promise<Parsed> => {
  const [{ decodeBody }, { WireError }] = await Promise.all([
    import('./protobuf/decode-body.ts'),
    import('./protobuf/wire.ts'),
  ])
  try {
    return { value: decodeBody(body) }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return { fault: error.message }
  }
}

/** What the server reads. */
const parsers: Readonly<Record<string, (body: Uint8Array) => Promise<Parsed>>> = {
  'application/json': parseJsonBody,
  'application/yaml': parseYamlBody,
  'application/vnd.kubernetes.protobuf': parseProtobuf,
}

const objectIn = (value: unknown): Parsed =>
  isMap(value) || value === null
    ? { value }
    : { fault: withoutType(`json: cannot unmarshal ${jsonKind(value)} into Go value of type ${typeMeta}`) }

const withoutType = (fault: string): string => `couldn't get version/kind; json parse error: ${fault}`

const typeMeta =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }'

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
