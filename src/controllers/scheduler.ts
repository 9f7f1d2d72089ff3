import type { Node, Pod } from '../api/generated/types.ts'
import { controllerOf } from '../api/meta.ts'
import { isPodFinished, podCondition, withCondition } from '../api/pod-status.ts'
import { toRfc3339 } from '../util/clock.ts'
import { type Action, type Cluster, defineController, type Related, setStatus, tell } from './controller.ts'
import { claimFault } from './scheduler/claims.ts'
import { faultOf } from './scheduler/faults.ts'
import { preference } from './scheduler/node-affinity.ts'
import { unwelcome } from './scheduler/taints.ts'
import { refusal, verdictOf } from './scheduler/verdict.ts'

const component = 'default-scheduler'

const waits = ({ spec, metadata, status }: Pod): boolean =>
  !spec.nodeName &&
  !metadata.deletionTimestamp &&
  !isPodFinished({ spec, metadata, status } as Pod) &&
  (spec.schedulerName ?? component) === component

// Pods that were not tried yet are going to be.
const waitingPods = (cluster: Cluster): readonly Pod[] =>
  cluster.by<Pod>('Pod', 'unscheduled', 'Unschedulable').filter(waits)

/** A pod that is gone or done leaves room for those that found none. */
const afterLeaving: Related = (object, cluster, old) => {
  const pod = object as Pod
  const leaves = pod.spec.nodeName && (!old || (isPodFinished(pod) && !isPodFinished(old as Pod)))
  return leaves ? waitingPods(cluster) : []
}

/** Finds a node for each pod that has none, the emptiest of those that it can go to. */
export const scheduler = defineController<Pod>({
  name: 'scheduler',
  reconciles: 'Pod',
  watches: {
    Node: (_, cluster) => waitingPods(cluster),
    Pod: afterLeaving,
    PersistentVolumeClaim: (_, cluster) => waitingPods(cluster),
  },

  reconcile(pod, cluster) {
    if (!waits(pod)) return []
    if (pod.spec.schedulingGates?.length) return unscheduled(pod, cluster, gated)
    const nodes = cluster.list<Node>('Node')
    const unclaimed = claimFault(pod, cluster)
    if (unclaimed)
      return unscheduled(pod, cluster, { reason: 'Unschedulable', message: refusal(unclaimed, nodes.length) })
    const judged = nodes.map(node => ({ node, fault: faultOf(pod, node, cluster) }))
    const open = judged.filter(({ fault }) => !fault).map(({ node }) => node)
    const owner = controllerOf(pod)?.uid
    const kin = owner === undefined ? undefined : cluster.kinOf(owner)
    const best = bestOf(open, node => scoreOf(pod, node, { kin: kin?.get(node.metadata.name) ?? 0, cluster }))
    if (best) return [{ do: 'bind', pod, node: best.metadata.name }, tell(pod, assigned(pod, best))]
    const faults = judged.flatMap(({ fault }) => fault ?? [])
    return unscheduled(pod, cluster, { reason: 'Unschedulable', message: verdictOf(faults) })
  },
})

const gated = { reason: 'SchedulingGated', message: 'Scheduling is blocked due to non-empty scheduling gates' }

const assigned = ({ metadata }: Pod, node: Node) =>
  ({
    type: 'Normal',
    reason: 'Scheduled',
    message: `Successfully assigned ${metadata.namespace}/${metadata.name} to ${node.metadata.name}`,
    from: component,
  }) as const

/** Says why a pod has no node, if that is news. */
const unscheduled = (
  pod: Pod,
  { now }: Cluster,
  { reason, message }: { reason: string; message: string },
): readonly Action[] => {
  const old = podCondition(pod.status, 'PodScheduled')
  if (old?.reason === reason && old.message === message) return []
  const condition = {
    type: 'PodScheduled',
    observedGeneration: pod.metadata.generation,
    status: 'False',
    // What no prober has looked at is written as null.
    lastProbeTime: null as unknown as string,
    lastTransitionTime: toRfc3339(now),
    reason,
    message,
  }
  const status = setStatus(pod, { ...pod.status, conditions: withCondition(pod.status?.conditions, condition) })
  if (reason !== 'Unschedulable') return [status]
  return [status, tell(pod, { type: 'Warning', reason: 'FailedScheduling', message, from: component })]
}

/** What speaks for a node, most important first; the larger the better. */
const scoreOf = (pod: Pod, node: Node, { kin, cluster }: { kin: number; cluster: Cluster }): readonly number[] => [
  -unwelcome(pod, node),
  preference(pod, node),
  -kin,
  -cluster.loadOf(node.metadata.name).pods,
]

const bestOf = <T>(items: readonly T[], scores: (item: T) => readonly number[]): T | undefined => {
  let best: { item: T; score: readonly number[] } | undefined
  for (const item of items) {
    const score = scores(item)
    if (!best || isBetter(score, best.score)) best = { item, score }
  }
  return best?.item
}

const isBetter = (left: readonly number[], right: readonly number[]): boolean => {
  const at = left.findIndex((value, index) => value !== right[index])
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0)
}
