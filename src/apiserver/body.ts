import type { WriteOptions } from '../api/client.ts'
import { decode } from '../api/decode/decode.ts'
import { DecodeError } from '../api/decode/decode-error.ts'
import { formatApiVersion, type KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { badRequest } from '../api/status-error.ts'

export type Warn = (text: string) => void

/** The object in a request's body, checked against the schema. Throws BadRequest in the server's words. */
export const objectOf = (
  resource: Resource,
  body: unknown,
  { fieldValidation = 'Warn' }: WriteOptions,
  warn: Warn,
): KubeObject => {
  const { group, version, kind } = resource
  checkKind(resource, body)
  try {
    const { object, warnings } = decode({ group, version, kind }, body, fieldValidation)
    warnings.forEach(warn)
    return object
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    throw badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${error.message}`)
  }
}

const checkKind = ({ group, version, kind }: Resource, body: unknown): void => {
  if (typeof body !== 'object' || body === null) return
  const given = body as Partial<KubeObject>
  const apiVersion = formatApiVersion(group, version)
  if (given.kind && given.apiVersion && (given.kind !== kind || given.apiVersion !== apiVersion)) {
    throw badRequest(
      `the API version in the data (${given.apiVersion}) does not match the expected API version (${apiVersion})`,
    )
  }
}
