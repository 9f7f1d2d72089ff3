import type { Pod } from '../../api/generated/types.ts'
import { readySince } from '../../api/pod-status.ts'
import { type Action, again } from '../controller.ts'

/** Looks again when the next of some pods has been ready for as long as its workload wants. `now` in milliseconds. */
export const becomingAvailable = (
  pods: Iterable<Pod>,
  minReadySeconds: number | undefined,
  now: number,
): readonly Action[] => {
  if (!minReadySeconds) return []
  const moments = [...pods]
    .map(pod => (readySince(pod) ?? Number.NEGATIVE_INFINITY) + minReadySeconds * 1000)
    .filter(at => at > now)
  return moments.length > 0 ? [again(Math.min(...moments))] : []
}
