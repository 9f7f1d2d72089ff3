import type { Pod } from '../../api/generated/types.ts'
import { type Action, again } from '../controller.ts'

// As upstream's controllers: no more pods at a time.
const burst = 500

// What nodes cannot take is of no use to anyone, and every pod of it costs: a workload waits until some have a node.
const mostWaiting = 2000

/**
 * How many of the pods that are missing to make now, a burst a second, and when to look again if that are not all.
 * `pods` are those that are there; `now` in milliseconds.
 */
export const nextBurst = (
  missing: number,
  pods: readonly Pod[],
  now: number,
): { readonly count: number; readonly after: readonly Action[] } => {
  if (missing <= 0) return { count: 0, after: [] }
  const second = Math.floor(now / 1000) * 1000
  const fresh = pods.filter(({ metadata }) => Date.parse(metadata.creationTimestamp ?? '') >= second).length
  const room = Math.max(0, mostWaiting - pods.filter(({ spec }) => !spec.nodeName).length)
  const count = Math.min(missing, room, Math.max(0, burst - fresh))
  return { count, after: count === 0 && room > 0 ? [again(second + 1000)] : [] }
}
