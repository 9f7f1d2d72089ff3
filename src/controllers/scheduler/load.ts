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

// The pods of a node are the same array until one of them changes: most nodes stay as they were between two pods.
const known = new WeakMap<readonly Pod[], Load>()

export const loadOf = (node: string, cluster: IndexedView): Load => {
  const pods = cluster.by<Pod>('Pod', 'node', node)
  const load = known.get(pods) ?? sumOf(pods.filter(pod => !isPodFinished(pod)))
  known.set(pods, load)
  return load
}

const sumOf = (pods: readonly Pod[]): Load =>
  pods.reduce(
    (sum, { spec }) => {
      const { cpu, memory } = requestsOf(spec)
      return { pods: sum.pods + 1, cpu: sum.cpu + cpu, memory: sum.memory + memory }
    },
    { pods: 0, cpu: 0, memory: 0 },
  )

/** How many pods of the same owner as this one are on each node. */
export const kinOf = (pod: Pod, cluster: IndexedView): ReadonlyMap<string, number> => {
  const owner = controllerOf(pod)?.uid
  const counts = new Map<string, number>()
  for (const { spec } of owner === undefined ? [] : cluster.by<Pod>('Pod', 'controller', owner)) {
    if (spec.nodeName) counts.set(spec.nodeName, (counts.get(spec.nodeName) ?? 0) + 1)
  }
  return counts
}
