import type { Node, Taint } from '../api/generated/types.ts'
import { toRfc3339 } from '../util/clock.ts'
import { defineController, update } from './controller.ts'
import { unschedulableTaint } from './scheduler/taints.ts'

/** Marks cordoned nodes with a taint, as scheduling by taints wants it. */
export const nodeTaints = defineController<Node>({
  name: 'nodetaints',
  reconciles: 'Node',

  reconcile(node, cluster) {
    const { unschedulable = false, taints = [] } = node.spec ?? {}
    const isMarked = taints.some(isMark)
    if (unschedulable === isMarked) return []
    const marked = unschedulable
      ? [...taints, { ...unschedulableTaint, timeAdded: toRfc3339(cluster.now) }]
      : taints.filter(taint => !isMark(taint))
    return [update({ ...node, spec: { ...node.spec, taints: marked.length > 0 ? marked : undefined } } as Node)]
  },
})

const isMark = ({ key, effect }: Taint): boolean =>
  key === unschedulableTaint.key && effect === unschedulableTaint.effect
