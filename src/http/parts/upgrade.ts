import type { RestResponse } from '../../api/rest.ts'
import { badRequest, methodNotAllowed, StatusError } from '../../api/status-error.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'
import { containerOf, readPod } from './pod.ts'

/** Exec, attach and port-forward need a connection of their own, which this server does not carry. Always throws. */
export const refuseUpgrade = async (call: Call, place: Place): Promise<RestResponse> => {
  if (!['GET', 'POST'].includes(call.method)) throw methodNotAllowed()
  const pod = await readPod(call, place)
  if (place.subresource !== 'portforward') containerOf(pod, call)
  if (!pod.spec.nodeName) throw badRequest(`pod ${place.name} does not have a host assigned`)
  if (!call.headers.upgrade) throw badRequest('Upgrade request required')
  const what = `kubesim does not carry ${place.subresource} over HTTP: use kubesim's own command`
  throw new StatusError('NotImplemented', what, { code: 501 })
}
