import type { Node, Pod, Taint } from '../api/generated/types.ts'
import { isPodActive } from '../api/pod-status.ts'
import { again, defineController, remove, tell } from './controller.ts'
import { bears } from './scheduler/taints.ts'

/** Takes pods off nodes whose NoExecute taints they do not bear, or not for longer. */
export const taintEviction = defineController<Pod>({
  name: 'tainteviction',
  reconciles: 'Pod',
  watches: {
    Node: (node, cluster) => cluster.by<Pod>('Pod', 'node', node.metadata.name),
  },

  reconcile(pod, cluster) {
    if (!pod.spec.nodeName || !isPodActive(pod)) return []
    const node = cluster.get<Node>('Node', undefined, pod.spec.nodeName)
    const taints = (node?.spec?.taints ?? []).filter(({ effect }) => effect === 'NoExecute')
    const due = Math.min(...taints.map(taint => bearsUntil(pod, taint)))
    if (due > cluster.now) return Number.isFinite(due) ? [again(due)] : []
    const { namespace, name } = pod.metadata
    const message = `Marking for deletion Pod ${namespace}/${name}`
    const note = { type: 'Normal', reason: 'TaintManagerEviction', message, from: 'taint-eviction-controller' } as const
    return [tell(pod, note), remove(pod)]
  },
})

/** Up to when a pod bears a taint, in milliseconds. */
const bearsUntil = ({ spec }: Pod, taint: Taint): number => {
  const fitting = (spec.tolerations ?? []).filter(toleration => bears(toleration, taint))
  if (fitting.length === 0) return Number.NEGATIVE_INFINITY
  const seconds = fitting.map(({ tolerationSeconds }) => tolerationSeconds ?? Number.POSITIVE_INFINITY)
  return Date.parse(taint.timeAdded ?? '') + Math.min(...seconds) * 1000 || Number.POSITIVE_INFINITY
}
