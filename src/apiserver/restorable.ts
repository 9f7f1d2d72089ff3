import type { Patch, WriteOptions } from '../api/client.ts'
import { decode } from '../api/decode/decode.ts'
import { DecodeError } from '../api/decode/decode-error.ts'
import { invalid } from '../api/field-error.ts'
import { type KubeObject, parseApiVersion } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { invalidObject } from '../api/status-error.ts'
import { goValue, isMap } from '../util/go-value.ts'
import { kindFault } from './body.ts'

interface Patched {
  readonly current: KubeObject
  readonly body: unknown
  readonly patch: Exclude<Patch, { type: 'apply' }>
  readonly options: WriteOptions
}

/** Refuses what a patch has made if it is no object of its kind: of another kind, or with values of wrong types. */
export const checkPatched = (resource: Resource, { current, body, patch, options }: Patched): void => {
  if (!isMap(body) || typeof body.apiVersion !== 'string' || typeof body.kind !== 'string') return
  const given = body as unknown as KubeObject
  checkUid(resource, given, current)
  const fault = kindFault(given, resource) ?? decodeFault(given, options)
  if (fault === undefined) return
  // The server restores what a strategic patch makes from maps, not from JSON, and shows only the patch.
  const [shown, why] =
    patch.type === 'strategic' ? [goValue(patch.body), inWordsOfMaps(fault)] : [JSON.stringify(body), fault]
  throw invalidObject({ group: '', kind: '' }, '', [invalid('patch', shown, why)])
}

// A uid in an update is a condition; a patch that changes it is at fault, and hears so twice.
const checkUid = (resource: Resource, { metadata }: KubeObject, current: KubeObject): void => {
  if (!isMap(metadata) || metadata.uid === undefined || metadata.uid === current.metadata.uid) return
  const fault = invalid('metadata.uid', metadata.uid, 'field is immutable')
  throw invalidObject(resource, current.metadata.name, [fault, fault])
}

const decodeFault = (body: KubeObject, { fieldValidation }: WriteOptions): string | undefined => {
  try {
    const mode = fieldValidation === 'Strict' ? 'Strict' : 'Ignore'
    decode({ ...parseApiVersion(body.apiVersion), kind: body.kind }, body, mode)
    return undefined
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    return error.message
  }
}

const inWordsOfMaps = (fault: string): string => {
  if (!fault.startsWith('json: ')) return fault.startsWith('strict ') ? fault : `error decoding from json: ${fault}`
  const [, found = '', type] = /^json: cannot unmarshal (\w+).* of type (\S+)$/.exec(fault) ?? []
  if (type === undefined) return `error decoding from json: ${fault}`
  const from = goKinds[found] ?? found
  if (type.startsWith('[]')) return `cannot restore slice from ${from}`
  if (type.startsWith('map[')) return `cannot restore map from ${from}`
  return type.includes('.') ? `cannot restore struct from: ${from}` : `cannot convert ${from} to ${type}`
}

const goKinds: Readonly<Record<string, string>> = { array: 'slice', object: 'map', number: 'int64' }
