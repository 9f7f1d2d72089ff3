import type { DaemonSet, Node, PodSpec, Toleration } from '../../api/generated/types.ts'
import { matchesNode } from '../scheduler/node-affinity.ts'
import { tolerates } from '../scheduler/taints.ts'

/** Whether a set wants a pod on a node, and whether one that is there may stay. */
export const wishFor = (set: DaemonSet, node: Node): { readonly runs: boolean; readonly stays: boolean } => {
  const spec = toleratingSpec(set.spec?.template.spec ?? { containers: [] })
  const pod = { spec }
  if (!matchesNode(pod, node)) return { runs: false, stays: false }
  const taints = (node.spec?.taints ?? []).filter(taint => !tolerates(pod, taint))
  return {
    runs: taints.every(({ effect }) => effect === 'PreferNoSchedule'),
    stays: taints.every(({ effect }) => effect !== 'NoExecute'),
  }
}

/** The spec with what every daemon bears: nodes that are not ready, short of something, or cordoned. */
export const toleratingSpec = (spec: PodSpec): PodSpec => {
  const keys = spec.hostNetwork ? [...conditions, 'network-unavailable'] : conditions
  const added: readonly Toleration[] = [
    ...['not-ready', 'unreachable'].map(name => bearing(name, 'NoExecute')),
    ...keys.map(name => bearing(name, 'NoSchedule')),
  ]
  const own = spec.tolerations ?? []
  const missing = added.filter(({ key, effect }) => !own.some(other => other.key === key && other.effect === effect))
  return { ...spec, tolerations: [...own, ...missing] }
}

const conditions = ['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable']

const bearing = (name: string, effect: 'NoExecute' | 'NoSchedule'): Toleration => ({
  key: `node.kubernetes.io/${name}`,
  operator: 'Exists',
  effect,
})
