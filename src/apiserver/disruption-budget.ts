import type { Pod, PodDisruptionBudget } from '../api/generated/types.ts'
import { matches } from '../api/labels.ts'
import { isPodActive, isPodReady } from '../api/pod-status.ts'
import { internalError, StatusError } from '../api/status-error.ts'
import type { Server } from './server.ts'

/** Throws TooManyRequests if a pod's disruption budget does not allow it to be taken away now. */
export const checkBudget = ({ view }: Server, pod: Pod): void => {
  if (!isPodActive(pod) || pod.status?.phase === 'Pending') return
  const [budget, ...others] = view
    .list<PodDisruptionBudget>('PodDisruptionBudget', pod.metadata.namespace)
    .filter(({ spec }) => matches(spec?.selector, pod.metadata.labels))
  if (others.length > 0) throw internalError(severalBudgets)
  if (!budget || isExempt(pod, budget) || (budget.status?.disruptionsAllowed ?? 0) > 0) return
  const { desiredHealthy = 0, currentHealthy = 0 } = budget.status ?? {}
  const message = `The disruption budget ${budget.metadata.name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`
  throw new StatusError('TooManyRequests', "Cannot evict pod as it would violate the pod's disruption budget.", {
    details: { causes: [{ reason: 'DisruptionBudget', message }] },
  })
}

const severalBudgets =
  'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.'

/** A pod that is not healthy anyway goes if nothing is lost by it, or if the budget says that it always may. */
const isExempt = (pod: Pod, { spec, status }: PodDisruptionBudget): boolean => {
  if (isPodReady(pod)) return false
  if (spec?.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true
  const { desiredHealthy = 0, currentHealthy = 0 } = status ?? {}
  return desiredHealthy > 0 && currentHealthy >= desiredHealthy
}
