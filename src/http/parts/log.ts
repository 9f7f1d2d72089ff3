import type { LogLine } from '../../api/behaviour.ts'
import { type FieldError, invalid } from '../../api/field-error.ts'
import type { Pod } from '../../api/generated/types.ts'
import type { LogTarget } from '../../api/kubelet.ts'
import { isPodFinished } from '../../api/pod-status.ts'
import type { RestResponse } from '../../api/rest.ts'
import { invalidObject, isReason, methodNotAllowed } from '../../api/status-error.ts'
import { flagOf, integerOf } from '../options/fields.ts'
import { type Headers, uncached } from '../reply.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'
import { logWriter, wantedLines } from './log-lines.ts'
import { containerOf, readPod } from './pod.ts'

const headers: Headers = [...uncached, ['Content-Type', 'text/plain']]

// How often to look for new lines, in milliseconds.
const lookEvery = 200

/** Answers with what a container has printed; with `follow` it goes on until the container ends. */
export const logReply = async (call: Call, place: Place): Promise<RestResponse> => {
  if (call.method !== 'GET') throw methodNotAllowed()
  checkQuery(call, place)
  const pod = await readPod(call, place)
  const container = containerOf(pod, call)
  if (!pod.spec.nodeName) return { status: 204, headers: uncached, body: '' }
  const wanted = {
    namespace: place.namespace ?? '',
    pod: place.name,
    container,
    previous: flagOf(call.query, 'previous'),
  }
  const kubelet = await call.world.openKubelet()
  const lines = await kubelet.log(wanted)
  const text = logWriter(call.query)
  const begun = text(wantedLines(lines, call.query, await call.client.now()))
  if (!flagOf(call.query, 'follow')) return { status: 200, headers, body: begun }
  return {
    status: 200,
    headers,
    body: followed(call, { place, wanted, begun, printed: lines.length, text, uid: pod.metadata.uid }),
  }
}

const checkQuery = ({ query }: Call, { name }: Place): void => {
  const faults = [
    ...tooSmall(query, 'tailLines', 0),
    ...tooSmall(query, 'sinceSeconds', 1),
    ...tooSmall(query, 'limitBytes', 1),
  ]
  if (faults.length > 0) throw invalidObject({ group: '', kind: 'PodLogOptions' }, name, faults)
}

const tooSmall = (query: URLSearchParams, field: string, least: number): readonly FieldError[] => {
  const given = integerOf(query, field)
  if (given === undefined || given >= least) return []
  return [invalid(field, given, `must be greater than ${least === 0 ? 'or equal to 0' : '0'}`)]
}

interface Followed {
  readonly place: Place
  readonly wanted: LogTarget
  readonly begun: string
  readonly printed: number
  readonly text: (lines: readonly LogLine[]) => string
  readonly uid: string | undefined
}

async function* followed(
  call: Call,
  { place, wanted, begun, printed: first, text, uid }: Followed,
): AsyncGenerator<string> {
  yield begun
  const kubelet = await call.world.openKubelet()
  for (let printed = first; !call.signal?.aborted; await call.world.wait(lookEvery)) {
    const pod = await podNow(call, place)
    if (!pod || pod.metadata.uid !== uid) return
    const lines = await kubelet.log(wanted)
    if (lines.length > printed) yield text(lines.slice(printed))
    printed = lines.length
    if (isPodFinished(pod)) return
  }
}

const podNow = async (call: Call, place: Place): Promise<Pod | undefined> => {
  try {
    return await readPod(call, place)
  } catch (error) {
    if (isReason(error, 'NotFound')) return undefined
    throw error
  }
}
