import type { ContainerRequest } from '../../api/behaviour.ts'
import type { PodAnswer } from '../../api/kubelet.ts'
import type { RestResponse } from '../../api/rest.ts'
import { badRequest } from '../../api/status-error.ts'
import { textOf } from '../body.ts'
import { uncached } from '../reply.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'
import { type ProxyTarget, proxyTarget, unavailable } from './proxy-target.ts'

/** Passes a request on to a pod, or to one of those behind a Service, and its answer back. */
export const proxyReply = async (call: Call, place: Place): Promise<RestResponse> => {
  const target = await proxyTarget(call, place)
  // The API server does not let itself be sent to itself.
  if (!target.address || target.address.startsWith('127.')) throw badRequest('address not allowed')
  if (place.rest === undefined) return toFolder(call)
  const kubelet = await call.world.openKubelet()
  const answer = await kubelet.request(target, requestOf(call, place.rest))
  if (answer.outcome !== 'answered') throw unavailable(`error trying to reach service: ${whyNot(answer, target)}`)
  const { status, headers, body } = answer.response
  return { status, headers: Object.entries(headers), body }
}

/** Links of pages that are found behind a path need its last slash. */
const toFolder = ({ path, query }: Call): RestResponse => {
  const search = query.toString()
  return { status: 301, headers: [...uncached, ['Location', `${path}/${search && `?${search}`}`]], body: '' }
}

const requestOf = ({ method, headers, query, body }: Call, path: string): ContainerRequest => {
  const search = query.toString()
  return { method, path: search ? `${path}?${search}` : path, headers, body: textOf(body) }
}

const whyNot = ({ outcome }: PodAnswer, { address, port }: ProxyTarget): string =>
  outcome === 'closed' ? 'EOF' : `dial tcp ${address}:${port}: connect: connection refused`
