import type { Behaviour } from '../../api/behaviour.ts'
import { text } from '../reply.ts'
import { pathOf } from '../request.ts'
import type { Process } from '../running.ts'

const healthyFor = 10_000

/** Healthy for ten seconds, and then no more: what one sees a liveness probe at work with. */
export const liveness = ({ startedAt }: Process): Behaviour => ({
  stopCode: 2,
  listens: [8080],
  changesAt: [startedAt + healthyFor],
  respond(request, now) {
    const age = now - startedAt
    if (pathOf(request) === '/started') return text(`${age / 1000}s`)
    if (pathOf(request) !== '/healthz') return text('404 page not found\n', 404)
    return age < healthyFor ? text('ok') : text(`error: ${age / 1000}`, 500)
  },
})
