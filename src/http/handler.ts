import { impliedGroups, type User } from '../api/rbac.ts'
import type { RestHandler, RestRequest, RestResponse } from '../api/rest.ts'
import { serverVersion } from '../api/server-version.ts'
import { methodNotAllowed, noSuchResource } from '../api/status-error.ts'
import { failureReply } from './failure.ts'
import { health, isHealthPath } from './health.ts'
import { negotiate } from './negotiation/negotiate.ts'
import { objectReply } from './negotiation/write.ts'
import { createRememberedLists, type RememberedLists } from './objects/remembered-lists.ts'
import { checkTimeout } from './options/fields.ts'
import { noSuchPath } from './reply.ts'
import { groupVersionOf, isKnownGroup, placeOf } from './route.ts'
import type { Call, RestWorld } from './server.ts'

/** The API server's REST interface, as a function of a request. It trusts who asks: credentials are not looked at. */
export const createRestHandler = (world: RestWorld): RestHandler => {
  const lists = createRememberedLists()
  return async request => {
    const warnings = new Set<string>()
    const call = await callOf(request, { world, lists, warn: text => void warnings.add(text) })
    const response = await answer(call).catch(error => failureReply(error, call))
    const headers = [...response.headers, ...[...warnings].map(warningHeader)]
    return { ...response, headers, body: request.method === 'HEAD' ? '' : response.body }
  }
}

const callOf = async (
  { method, path, headers, body, signal }: RestRequest,
  { world, lists, warn }: { readonly world: RestWorld; readonly lists: RememberedLists; warn(text: string): void },
): Promise<Call> => {
  const [pathname = '', query] = path.split(/\?(.*)/s, 2)
  const client = await world.openClient({ user: impersonated(headers), warn })
  return {
    method,
    path: pathname,
    query: new URLSearchParams(query),
    headers,
    body,
    signal,
    client,
    world,
    lists,
    warn,
  }
}

/** Whom the client wants to be taken for; undefined is the administrator. */
const impersonated = (headers: RestRequest['headers']): User | undefined => {
  const name = headers['impersonate-user']
  if (!name) return undefined
  const groups = headers['impersonate-group']?.split(',').map(group => group.trim()) ?? []
  return { name, groups: [...groups, ...impliedGroups(name)] }
}

const answer = async (call: Call): Promise<RestResponse> => {
  const { path } = call
  if (isHealthPath(path)) return health(call)
  if (['HEAD', 'OPTIONS'].includes(call.method)) throw methodNotAllowed()
  checkTimeout(call.query)
  if (path === '/') return (await import('./root-paths.ts')).rootPaths(call)
  if (/^\/version\/?$/.test(path)) return versionReply(call)
  if (path.startsWith('/version/')) throw noSuchResource()
  if (path.startsWith('/openapi/')) return (await import('./openapi/openapi.ts')).openApi(call)
  const place = groupVersionOf(path)
  if (!place) return noSuchPath()
  const discovered = await (await import('./discovery/discover.ts')).discover(call)
  if (discovered) return discovered
  if (!isKnownGroup(place.group)) return noSuchPath()
  return (await import('./parts/answer.ts')).answerPlace(call, placeOf(place))
}

const versionReply = (call: Call): Promise<RestResponse> => {
  if (call.method !== 'GET') throw methodNotAllowed()
  return objectReply(
    { value: serverVersion },
    negotiate({ accept: call.headers.accept, streams: false, isWatch: false }),
    call,
  )
}

// 299 is a warning that stays; nobody says when it was given.
const warningHeader = (text: string): readonly [string, string] => ['Warning', `299 - ${JSON.stringify(text)}`]
