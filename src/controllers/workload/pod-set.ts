import type { LabelSelector, Pod, PodTemplateSpec } from '../../api/generated/types.ts'
import { labelOf } from '../../api/labels.ts'
import type { KubeObject } from '../../api/meta.ts'
import { isPodActive, isPodAvailable, isPodFinished, isPodReady } from '../../api/pod-status.ts'
import { podFrom } from '../../api/resources/pod-template.ts'
import { times } from '../../util/range.ts'
import { type Action, again, type Cluster, remove, tell } from '../controller.ts'
import { becomingAvailable } from './becoming-available.ts'
import { nextBurst } from './burst.ts'
import { candidatesOf } from './candidates.ts'
import { claim } from './claim.ts'
import { counts } from './counts.ts'
import { deletionOrder } from './deletion-order.ts'
import { retryAt } from './retry-at.ts'

/** A number of like pods that somebody keeps. */
export interface PodSet {
  readonly owner: KubeObject
  readonly selector: LabelSelector
  readonly template: PodTemplateSpec
  readonly replicas: number
  readonly minReadySeconds: number
  /** The component that tells of it. */
  readonly component: string
  /** All pods of the workload that the set is a part of, where it is one. */
  related?(own: readonly Pod[]): readonly Pod[]
}

export interface Kept {
  readonly actions: readonly Action[]
  /** The numbers of a status; those that are zero are left out, but `replicas`. */
  readonly numbers: {
    readonly replicas: number
    readonly fullyLabeledReplicas?: number
    readonly readyReplicas?: number
    readonly availableReplicas?: number
  }
  /** How many of its pods are on their way out. */
  readonly terminating: number
}

/** Keeps as many pods alive as are asked for. */
export const keepPods = (set: PodSet, cluster: Cluster): Kept => {
  const { owner, selector, replicas, component } = set
  const claimed = claim(owner, selector, candidatesOf<Pod>('Pod', owner, selector, cluster))
  const pods = claimed.owned.filter(isPodActive)
  const isLeaving = owner.metadata.deletionTimestamp !== undefined
  const surplus = isLeaving ? [] : leaving(set, pods, cluster.now)
  const missing = isLeaving ? 0 : replicas - pods.length
  const { count, after } = nextBurst(missing, pods, cluster.now)
  return {
    actions: [
      ...claimed.actions,
      ...times(count, () => creation(set)),
      ...surplus.flatMap(pod => [remove(pod), tell(owner, deletedNote(pod, component))]),
      ...after,
      ...(count > 0 ? [again(retryAt(owner, cluster.now))] : becomingAvailable(pods, set.minReadySeconds, cluster.now)),
    ],
    numbers: numbersOf(set, pods, cluster.now),
    terminating: claimed.owned.filter(pod => pod.metadata.deletionTimestamp && !isPodFinished(pod)).length,
  }
}

const creation = ({ owner, template, component }: PodSet): Action => ({
  do: 'create',
  object: podFrom(template, owner),
  regarding: owner,
  told: { type: 'Normal', reason: 'SuccessfulCreate', message: 'Created pod: {name}', from: component },
  refused: { type: 'Warning', reason: 'FailedCreate', from: component },
})

const deletedNote = ({ metadata }: Pod, from: string) =>
  ({ type: 'Normal', reason: 'SuccessfulDelete', message: `Deleted pod: ${metadata.name}`, from }) as const

const leaving = (set: PodSet, pods: readonly Pod[], now: number): readonly Pod[] => {
  const surplus = pods.length - set.replicas
  if (surplus <= 0) return []
  return pods.toSorted(deletionOrder(set.related?.(pods) ?? pods, now)).slice(0, surplus)
}

const numbersOf = ({ template, minReadySeconds }: PodSet, pods: readonly Pod[], now: number): Kept['numbers'] => {
  const labels = Object.entries(template.metadata?.labels ?? {})
  const isLabeled = ({ metadata }: Pod): boolean =>
    labels.every(([key, value]) => labelOf(metadata.labels ?? {}, key) === value)
  return {
    replicas: pods.length,
    ...counts({
      fullyLabeledReplicas: pods.filter(isLabeled).length,
      readyReplicas: pods.filter(isPodReady).length,
      availableReplicas: pods.filter(pod => isPodAvailable(pod, minReadySeconds, now)).length,
    }),
  }
}
