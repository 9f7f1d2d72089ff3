import type { Condition, IntOrString, Pod, PodDisruptionBudget } from '../api/generated/types.ts'
import { matches } from '../api/labels.ts'
import { controllerOf } from '../api/meta.ts'
import { isPodActive, isPodFinished, isPodReady, withCondition } from '../api/pod-status.ts'
import { toRfc3339 } from '../util/clock.ts'
import { type Cluster, defineController, setStatus } from './controller.ts'
import { expectedOf } from './disruption/expected.ts'

/** Tells how many of the pods that a budget protects may be taken away now. */
export const disruptionController = defineController<PodDisruptionBudget>({
  name: 'disruption',
  reconciles: 'PodDisruptionBudget',
  watches: {
    Pod: (pod, cluster) =>
      cluster
        .list<PodDisruptionBudget>('PodDisruptionBudget', pod.metadata.namespace)
        .filter(({ spec }) => matches(spec?.selector, pod.metadata.labels)),
  },

  reconcile(budget, cluster) {
    const { spec = {}, status, metadata } = budget
    const pods = cluster
      .list<Pod>('Pod', metadata.namespace)
      .filter(pod => matches(spec.selector, pod.metadata.labels) && !isPodFinished(pod))
    const { expected, desired } = wishOf(spec, pods, cluster)
    const healthy = pods.filter(pod => isPodActive(pod) && isPodReady(pod)).length
    const allowed = expected > 0 ? Math.max(0, healthy - desired) : 0
    return [
      setStatus(budget, {
        ...status,
        observedGeneration: metadata.generation ?? 0,
        disruptionsAllowed: allowed,
        currentHealthy: healthy,
        desiredHealthy: desired,
        expectedPods: expected,
        conditions: withCondition(status?.conditions, allowance(allowed, metadata.generation, toRfc3339(cluster.now))),
      }),
    ]
  },
})

const allowance = (allowed: number, observedGeneration: number | undefined, time: string): Condition => ({
  type: 'DisruptionAllowed',
  status: allowed > 0 ? 'True' : 'False',
  observedGeneration,
  lastTransitionTime: time,
  reason: allowed > 0 ? 'SufficientPods' : 'InsufficientPods',
  message: '',
})

/** How many pods there should be, and how many of them have to stay. */
const wishOf = (
  { minAvailable, maxUnavailable }: NonNullable<PodDisruptionBudget['spec']>,
  pods: readonly Pod[],
  cluster: Cluster,
): { readonly expected: number; readonly desired: number } => {
  if (typeof minAvailable === 'number') return { expected: pods.length, desired: minAvailable }
  const expected = pods.some(controllerOf) ? expectedOf(pods, cluster) : pods.length
  if (maxUnavailable !== undefined)
    return { expected, desired: Math.max(0, expected - share(maxUnavailable, expected)) }
  return { expected, desired: minAvailable === undefined ? expected : share(minAvailable, expected) }
}

const share = (value: IntOrString, total: number): number => {
  const [, percent] = /^(\d+)%$/.exec(String(value)) ?? []
  return percent === undefined ? Number(value) : Math.ceil((Number(percent) * total) / 100)
}
