import { toRfc3339 } from '../../../util/clock.ts'
import type { Pod } from '../../generated/types.ts'
import { isPodFinished } from '../../pod-status.ts'
import type { Deletion } from '../../resource.ts'

/** A pod that runs somewhere has time to end: what the client grants, else what its spec says, in seconds. */
export const startPodDeletion = (pod: Pod, asked: number | undefined, now: number): Deletion<Pod> => {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = pod.metadata
  const grace = graceOf(pod, asked)
  if (deletionTimestamp !== undefined) {
    // A second request may only shorten the time.
    if (asked === undefined || grace >= deletionGracePeriodSeconds) return { stays: true, object: pod }
    const began = Date.parse(deletionTimestamp) - deletionGracePeriodSeconds * 1000
    return marked(pod, grace, began + grace * 1000)
  }
  return marked(pod, grace, now + grace * 1000)
}

const marked = (pod: Pod, grace: number, until: number): Deletion<Pod> => ({
  stays: true,
  object: {
    ...pod,
    metadata: {
      ...pod.metadata,
      deletionTimestamp: toRfc3339(until),
      deletionGracePeriodSeconds: grace,
    },
  },
})

const graceOf = (pod: Pod, asked: number | undefined): number => {
  if (!pod.spec.nodeName || isPodFinished(pod)) return 0
  const grace = asked ?? pod.spec.terminationGracePeriodSeconds ?? 30
  return grace < 0 ? 1 : grace
}
