import type { Pod } from '../../api/generated/types.ts'
import { isPodFinished } from '../../api/pod-status.ts'
import { scaledTo } from './annotations.ts'
import { newSet } from './current-set.ts'
import { replicasOf } from './numbers.ts'
import type { Step } from './plan.ts'

/**
 * One step of replacing all pods at once: first the old sets are emptied, and when their pods are gone the new one
 * fills.
 */
export const recreate: Step = (plan, deployment, cluster) => {
  const emptied = plan.old.map(set => (replicasOf(set) > 0 ? scaledTo(set, 0, deployment) : set))
  if (emptied.some((set, index) => set !== plan.old[index])) return { ...plan, old: emptied }
  const left = plan.old.flatMap(({ metadata }) => cluster.by<Pod>('Pod', 'controller', metadata.uid ?? ''))
  if (left.some(pod => !isPodFinished(pod))) return plan
  const { current } = plan
  if (!current) return { ...plan, current: newSet(deployment, plan.old) }
  const wanted = replicasOf(deployment)
  return replicasOf(current) === wanted ? plan : { ...plan, current: scaledTo(current, wanted, deployment) }
}
