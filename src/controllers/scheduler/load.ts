import type { Pod } from '../../api/generated/types.ts'
import { controllerOf } from '../../api/meta.ts'
import { isPodFinished } from '../../api/pod-status.ts'
import type { IndexedView } from '../../api/view.ts'
import { requestsOf } from './requests.ts'

/** What runs on a node; of cpu and memory what was requested. */
export interface Load {
  readonly pods: number
  readonly cpu: number
  readonly memory: number
}

export const noLoad: Load = { pods: 0, cpu: 0, memory: 0 }

/** What a pod adds to its node; undefined if it has none, or is done there. */
export const loadOfPod = (pod: Pod): (Load & { readonly node: string }) | undefined => {
  const node = pod.spec.nodeName
  return !node || isPodFinished(pod) ? undefined : { node, pods: 1, ...requestsOf(pod.spec) }
}

/** How many pods of the same owner as this one are on each node. */
export const kinOf = (pod: Pod, cluster: IndexedView): ReadonlyMap<string, number> => {
  const owner = controllerOf(pod)?.uid
  const counts = new Map<string, number>()
  for (const { spec } of owner === undefined ? [] : cluster.by<Pod>('Pod', 'controller', owner)) {
    if (spec.nodeName) counts.set(spec.nodeName, (counts.get(spec.nodeName) ?? 0) + 1)
  }
  return counts
}
