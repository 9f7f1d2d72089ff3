import { faultsOfKind } from '../api/faults.ts'
import type { Node, NodeCondition, Pod, PodCondition, Taint } from '../api/generated/types.ts'
import { conditionOf, isConditionTrue } from '../api/pod-status.ts'
import { toRfc3339 } from '../util/clock.ts'
import { type Action, again, type Cluster, defineController, setStatus, tell, update } from './controller.ts'

// How long a kubelet may be silent (--node-monitor-grace-period).
const grace = 50_000

const unreachable = 'node.kubernetes.io/unreachable'

/** Notices nodes that are off: their state is unknown then, their pods are not ready and have to go after a while. */
export const nodeLifecycle = defineController<Node>({
  name: 'nodelifecycle',
  reconciles: 'Node',

  reconcile(node, cluster) {
    const [down] = faultsOfKind(node, 'down')
    const isMarked = conditionOf(node.status, 'Ready')?.status === 'Unknown'
    if (!down) return isMarked && isTainted(node) ? comesBack(node, cluster) : []
    if (isMarked) return []
    return cluster.now < down.from + grace ? [again(down.from + grace)] : goesAway(node, cluster)
  },
})

const isTainted = ({ spec }: Node): boolean => (spec?.taints ?? []).some(({ key }) => key === unreachable)

const goesAway = (node: Node, cluster: Cluster): readonly Action[] => {
  const { name } = node.metadata
  const time = toRfc3339(cluster.now)
  const taints: readonly Taint[] = [
    ...(node.spec?.taints ?? []),
    { key: unreachable, effect: 'NoSchedule', timeAdded: time },
    { key: unreachable, effect: 'NoExecute', timeAdded: time },
  ]
  const message = `Node ${name} status is now: NodeNotReady`
  return [
    withTaints(node, taints),
    withConditions(node, condition => ({
      ...condition,
      status: 'Unknown',
      reason: 'NodeStatusUnknown',
      message: 'Kubelet stopped posting node status.',
      lastTransitionTime: time,
    })),
    tell(node, { type: 'Normal', reason: 'NodeNotReady', message, from: 'node-controller' }),
    ...podsOf(node, cluster).flatMap(pod => (isConditionTrue(pod.status, 'Ready') ? notReady(pod, time) : [])),
  ]
}

const notReady = (pod: Pod, time: string): readonly Action[] => [
  withReady(pod, { type: 'Ready', status: 'False', lastTransitionTime: time }),
  tell(pod, { type: 'Warning', reason: 'NodeNotReady', message: 'Node is not ready', from: 'node-controller' }),
]

const comesBack = (node: Node, cluster: Cluster): readonly Action[] => {
  const time = toRfc3339(cluster.now)
  return [
    withTaints(
      node,
      (node.spec?.taints ?? []).filter(({ key }) => key !== unreachable),
    ),
    withConditions(node, condition => ({ ...condition, ...healthy[condition.type], lastTransitionTime: time })),
    ...podsOf(node, cluster)
      .filter(pod => isConditionTrue(pod.status, 'ContainersReady') && !isConditionTrue(pod.status, 'Ready'))
      .map(pod => withReady(pod, { type: 'Ready', status: 'True', lastTransitionTime: time })),
  ]
}

const podsOf = ({ metadata }: Node, cluster: Cluster): readonly Pod[] => cluster.by<Pod>('Pod', 'node', metadata.name)

const withTaints = (node: Node, taints: readonly Taint[]): Action =>
  update({ ...node, spec: { ...node.spec, taints: taints.length > 0 ? taints : undefined } } as Node)

const withConditions = (node: Node, change: (condition: NodeCondition) => NodeCondition): Action =>
  setStatus(node, { ...node.status, conditions: (node.status?.conditions ?? []).map(change) })

const withReady = (pod: Pod, ready: PodCondition): Action =>
  setStatus(pod, {
    ...pod.status,
    conditions: (pod.status?.conditions ?? []).map(condition =>
      condition.type === 'Ready' ? { ...condition, ...ready } : condition,
    ),
  })

const healthy: Readonly<Record<string, Pick<NodeCondition, 'status' | 'reason' | 'message'>>> = {
  MemoryPressure: {
    status: 'False',
    reason: 'KubeletHasSufficientMemory',
    message: 'kubelet has sufficient memory available',
  },
  DiskPressure: { status: 'False', reason: 'KubeletHasNoDiskPressure', message: 'kubelet has no disk pressure' },
  PIDPressure: { status: 'False', reason: 'KubeletHasSufficientPID', message: 'kubelet has sufficient PID available' },
  Ready: { status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' },
}
