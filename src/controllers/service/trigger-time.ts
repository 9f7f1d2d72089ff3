import type { Pod, Service } from '../../api/generated/types.ts'
import type { Labels } from '../../api/meta.ts'
import { podCondition } from '../../api/pod-status.ts'
import { toRfc3339 } from '../../util/clock.ts'
import { omit } from '../../util/omit.ts'

const key = 'endpoints.kubernetes.io/last-change-trigger-time'

interface Trigger {
  readonly service: Service
  /** The pods that are endpoints now. */
  readonly pods: readonly Pod[]
  /** The names of those that were; undefined if there were no endpoints yet. */
  readonly known: ReadonlySet<string | undefined> | undefined
  readonly now: number
}

/**
 * When what caused a change of endpoints happened: the Service was created, or pods became ready or unready, of which
 * the earliest counts. Undefined where it was nothing of these, as when a pod went away.
 */
export const triggerTime = ({ service, pods, known, now }: Trigger): string | undefined => {
  if (!known) return service.metadata.creationTimestamp
  const current = toRfc3339(now)
  const times = pods.flatMap(pod => {
    const time = podCondition(pod.status, 'Ready')?.lastTransitionTime
    return time && (time === current || !known.has(pod.metadata.name)) ? [time] : []
  })
  return times.toSorted()[0]
}

/** The annotations with this trigger time, or without any. */
export const withTriggerTime = (annotations: Labels | undefined, time: string | undefined): Labels =>
  time ? { ...annotations, [key]: time } : omit(annotations ?? {}, key)
