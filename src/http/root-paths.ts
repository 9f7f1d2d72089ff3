import type { RestResponse } from '../api/rest.ts'
import { methodNotAllowed } from '../api/status-error.ts'
import { groups } from './discovery/groups.ts'
import { negotiate } from './negotiation/negotiate.ts'
import { objectReply } from './negotiation/write.ts'
import type { Call } from './server.ts'

/** What there is to ask for. */
export const rootPaths = (call: Call): Promise<RestResponse> => {
  if (call.method !== 'GET') throw methodNotAllowed()
  const form = negotiate({ accept: call.headers.accept, streams: false, isWatch: false })
  return objectReply({ value: { paths: paths() } }, form, call)
}

const paths = (): readonly string[] => {
  const ofGroups = groups()
    .filter(({ name }) => name)
    .flatMap(({ name, versions }) => [`/apis/${name}`, ...versions.map(({ groupVersion }) => `/apis/${groupVersion}`)])
  return [...always, ...ofGroups].toSorted()
}

const always = ['/api', '/api/v1', '/apis', '/apis/', '/healthz', '/livez', '/openapi/v3', '/readyz', '/version']
