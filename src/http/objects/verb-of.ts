import { methodNotAllowed } from '../../api/status-error.ts'
import { verbsOf } from '../../api/verbs.ts'
import { flagOf } from '../options/fields.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'

/** What a request wants to do, in the words of the API. */
export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection'

/** What a request to a place means. Throws MethodNotAllowed where that cannot be done there. */
export const verbOf = (call: Call, place: Place): Verb => {
  const verb = askedVerb(call, place)
  if (!verb) throw methodNotAllowed()
  // Parts know themselves what may be done with them.
  if (!place.subresource && !verbsOf(place.resource).includes(verb)) throw methodNotAllowed()
  const needsNamespace = place.resource.namespaced && place.namespace === undefined
  if (needsNamespace && verb !== 'list' && verb !== 'watch') throw methodNotAllowed()
  return verb
}

const askedVerb = ({ method, query }: Call, { name, subresource, watches }: Place): Verb | undefined => {
  if (method === 'GET') {
    if (watches) return 'watch'
    return name ? 'get' : flagOf(query, 'watch') ? 'watch' : 'list'
  }
  if (method === 'POST') return name && !subresource ? undefined : 'create'
  if (method === 'DELETE') return subresource ? undefined : name ? 'delete' : 'deletecollection'
  if (!name) return undefined
  return method === 'PUT' ? 'update' : method === 'PATCH' ? 'patch' : undefined
}
