import { decode } from '../api/decode/decode.ts'
import { DecodeError } from '../api/decode/decode-error.ts'
import { invalid } from '../api/field-error.ts'
import { parseApiVersion } from '../api/meta.ts'
import { invalidObject } from '../api/status-error.ts'
import { goValue, isMap } from '../util/go-value.ts'

/**
 * Refuses what a strategic merge patch has made if its values are of wrong types. The server restores such an object
 * from maps, not from JSON, and words it differently.
 */
export const checkRestorable = (body: unknown, patch: unknown): void => {
  if (!isMap(body) || typeof body.apiVersion !== 'string' || typeof body.kind !== 'string') return
  try {
    decode({ ...parseApiVersion(body.apiVersion), kind: body.kind }, body, 'Ignore')
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    throw invalidObject({ group: '', kind: '' }, '', [invalid('patch', goValue(patch), inWordsOfMaps(error.message))])
  }
}

const inWordsOfMaps = (fault: string): string => {
  const [, found = '', type] = /^json: cannot unmarshal (\w+).* of type (\S+)$/.exec(fault) ?? []
  if (type === undefined) return `error decoding from json: ${fault}`
  const from = goKinds[found] ?? found
  if (type.startsWith('[]')) return `cannot restore slice from ${from}`
  if (type.startsWith('map[')) return `cannot restore map from ${from}`
  return type.includes('.') ? `cannot restore struct from: ${from}` : `cannot convert ${from} to ${type}`
}

const goKinds: Readonly<Record<string, string>> = { array: 'slice', object: 'map', number: 'int64' }
