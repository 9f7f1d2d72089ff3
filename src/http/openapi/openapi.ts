import type { RestResponse } from '../../api/rest.ts'
import { methodNotAllowed, noSuchResource } from '../../api/status-error.ts'
import { groups, type Version } from '../discovery/groups.ts'
import { hashOf, taggedReply } from '../etag.ts'
import { jsonText } from '../negotiation/write.ts'
import { noSuchPath, textReply, uncached } from '../reply.ts'
import type { Call } from '../server.ts'
import { documentOf } from './document.ts'

const root = '/openapi/v3'

/** The OpenAPI documents, version 3: a list of them, and one for each group and version. */
export const openApi = async (call: Call): Promise<RestResponse> => {
  if (call.method !== 'GET') throw methodNotAllowed()
  if (call.path === root) return index()
  if (!call.path.startsWith(`${root}/`)) return noSuchPath()
  const version = versions().find(one => call.path === `${root}/${placeOf(one)}`)
  if (!version) throw noSuchResource()
  return documentReply(call, textOf(version))
}

const versions = (): readonly Version[] => groups().flatMap(group => group.versions)

const placeOf = ({ groupVersion }: Version): string =>
  groupVersion.includes('/') ? `apis/${groupVersion}` : `api/${groupVersion}`

const texts = new Map<string, string>()

const textOf = (version: Version): string => {
  const text = texts.get(version.groupVersion) ?? jsonText(documentOf(version)).trimEnd()
  texts.set(version.groupVersion, text)
  return text
}

const index = (): RestResponse => {
  const entries = versions().map(version => {
    const place = placeOf(version)
    return [place, { serverRelativeURL: `${root}/${place}?hash=${hashOf(textOf(version))}` }]
  })
  // The real server does not say that this is JSON.
  const { headers } = textReply(200, '')
  return { status: 200, headers, body: jsonText({ paths: Object.fromEntries(entries) }) }
}

// In seconds: a document that is asked for by its hash never changes.
const year = 31_536_000

const documentReply = (call: Call, text: string): RestResponse => {
  const hash = hashOf(text)
  const asked = call.query.get('hash')
  if (asked !== null && asked !== hash) {
    const location = `${call.path}?hash=${hash}`
    return {
      status: 301,
      headers: [...uncached, ['ETag', `"${hash}"`], ['Location', location], ['Vary', 'Accept']],
      body: '',
    }
  }
  const caching = asked === null ? uncached : ([['Cache-Control', `public, immutable, max-age=${year}`]] as const)
  return taggedReply(text, [...caching, ['Content-Type', 'application/json'], ['Vary', 'Accept']], call)
}
