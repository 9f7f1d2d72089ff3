import type { Node, Pod, Taint, Toleration } from '../../api/generated/types.ts'

/** Whether a pod bears all taints of a node that forbid it. */
export const toleratesAll = (pod: Pick<Pod, 'spec'>, { spec }: Node): boolean =>
  (spec?.taints ?? []).every(taint => taint.effect === 'PreferNoSchedule' || tolerates(pod, taint))

/** How many taints a node has that a pod would rather avoid. */
export const unwelcome = (pod: Pod, { spec }: Node): number =>
  (spec?.taints ?? []).filter(taint => taint.effect === 'PreferNoSchedule' && !tolerates(pod, taint)).length

export const tolerates = ({ spec }: Pick<Pod, 'spec'>, taint: Taint): boolean =>
  (spec.tolerations ?? []).some(toleration => bears(toleration, taint))

/** Cordoned nodes have this taint, and are passed over even before they have it. */
export const unschedulableTaint: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }

/** Whether a toleration is for a taint. */
export const bears = ({ key, operator = 'Equal', value = '', effect }: Toleration, taint: Taint): boolean => {
  if (effect && effect !== taint.effect) return false
  if (key && key !== taint.key) return false
  if (operator === 'Exists') return true
  const given = taint.value ?? ''
  if (operator === 'Gt') return Number(given) > Number(value)
  if (operator === 'Lt') return Number(given) < Number(value)
  return Boolean(key) && given === value
}
