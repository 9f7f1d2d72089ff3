import type { Pod } from '../../api/generated/types.ts'
import { isPodFinished } from '../../api/pod-status.ts'
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
