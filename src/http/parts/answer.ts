import type { RestResponse } from '../../api/rest.ts'
import { noSuchResource } from '../../api/status-error.ts'
import { answerObjects } from '../objects/objects.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'
import { logReply } from './log.ts'
import { partsOf } from './part.ts'
import { proxyReply } from './proxy.ts'
import { refuseUpgrade } from './upgrade.ts'

type Answer = (call: Call, place: Place) => Promise<RestResponse>

/** The parts that a node or a container answers; the others are the API server's own. */
const answers: Readonly<Record<string, Answer>> = {
  attach: refuseUpgrade,
  exec: refuseUpgrade,
  portforward: refuseUpgrade,
  log: logReply,
  proxy: proxyReply,
}

/** Answers a request to a place of the API. Throws NotFound where the kind has no such part. */
export const answerPlace: Answer = (call, place) => {
  const { subresource, resource } = place
  if (!subresource) return answerObjects(call, place)
  if (!partsOf(resource).some(({ name }) => name === subresource)) throw noSuchResource()
  const own = Object.hasOwn(answers, subresource) ? answers[subresource] : undefined
  return (own ?? answerObjects)(call, place)
}
