import type { DaemonSet, DaemonSetStatus, Pod } from '../../api/generated/types.ts'
import { isPodActive, isPodAvailable, isPodReady } from '../../api/pod-status.ts'
import { counts } from '../workload/counts.ts'
import { isOf, type Place } from './places.ts'

/** On how many nodes a set should run, and on how many it does. */
export const statusOf = (set: DaemonSet, places: readonly Place[], hash: string, now: number): DaemonSetStatus => {
  const wanted = places.filter(({ runs }) => runs)
  const { minReadySeconds = 0 } = set.spec ?? {}
  const having = (test: (pod: Pod) => boolean): number =>
    wanted.filter(({ pods }) => pods.some(pod => isPodActive(pod) && test(pod))).length
  const available = having(pod => isPodAvailable(pod, minReadySeconds, now))
  return {
    currentNumberScheduled: having(() => true),
    desiredNumberScheduled: wanted.length,
    numberMisscheduled: places.filter(({ runs, pods }) => !runs && pods.some(isPodActive)).length,
    numberReady: having(isPodReady),
    observedGeneration: set.metadata.generation ?? 0,
    ...counts({
      updatedNumberScheduled: having(pod => isOf(pod, hash)),
      numberAvailable: available,
      numberUnavailable: wanted.length - available,
    }),
  }
}
