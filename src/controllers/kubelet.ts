import { faultsOf } from '../api/faults.ts'
import type { Event, Node, Pod, PodStatus } from '../api/generated/types.ts'
import { isPodFinished } from '../api/pod-status.ts'
import { toRfc3339 } from '../util/clock.ts'
import { sameJson } from '../util/same-json.ts'
import { type Action, again, type Cluster, defineController, setStatus, tell } from './controller.ts'
import { hostAddress, ownAddress, rangesFor } from './kubelet/address.ts'
import { conditionsOf, gatedReadiness } from './kubelet/conditions.ts'
import { type Stands, standsOf } from './kubelet/containers.ts'
import { expired } from './kubelet/deadline.ts'
import { isDown, missingImages } from './kubelet/faults.ts'
import type { KubeletNote } from './kubelet/notes.ts'
import { phaseOf } from './kubelet/phase.ts'
import { stops } from './kubelet/stopping.ts'

/**
 * The kubelets of all nodes: runs the pods that are bound to one. It writes a pod's status when a container of it
 * changes (what others wrote into it stays until then), and takes the pod away when it is to go.
 */
export const kubelet = defineController<Pod>({
  name: 'kubelet',
  reconciles: 'Pod',
  // What is broken at a node on purpose is broken for its pods.
  watches: {
    Node: (node, cluster, old) =>
      sameJson(faultsOf(node), faultsOf(old)) ? [] : cluster.by<Pod>('Pod', 'node', node.metadata.name),
    // What is written in a container its probes may see.
    PodRecord: ({ metadata }, cluster) => {
      const pod = cluster.get<Pod>('Pod', metadata.namespace, metadata.name)
      return pod ? [pod] : []
    },
    // Init containers may wait for a new Service.
    Service: (_, cluster, old) => (old ? [] : cluster.by<Pod>('Pod', 'initialising', 'true')),
  },

  reconcile(pod, cluster) {
    const node = pod.spec.nodeName ? cluster.get<Node>('Node', undefined, pod.spec.nodeName) : undefined
    if (!node || isDown(node)) return []
    if (pod.metadata.deletionTimestamp) return stops(pod, cluster.now)
    if (isPodFinished(pod)) return []
    return runs(pod, node, cluster)
  },
})

const runs = (pod: Pod, node: Node, cluster: Cluster): readonly Action[] => {
  const { now, settings, behaviourOf } = cluster
  const over = expired(pod, now)
  if (over?.status) return [setStatus(pod, over.status)]
  const startTime = pod.status?.startTime ?? toRfc3339(now)
  const startsAt = Date.parse(startTime) + settings.startDelay
  const stands = standsOf({ pod, now, startsAt, behaviourOf, missingImages: missingImages(node) })
  const status = changedStatus(pod, stands, { base: { ...hostAddress(node), startTime }, time: toRfc3339(now) })
  const due = Math.min(stands.due ?? Number.POSITIVE_INFINITY, over?.due ?? Number.POSITIVE_INFINITY)
  return [
    ...(status ? [written(pod, node, status)] : []),
    ...notesOf(stands).flatMap(note => (isTold(pod, note, cluster) ? [] : [tell(pod, note)])),
    ...(Number.isFinite(due) ? [again(due)] : []),
  ]
}

const written = (pod: Pod, node: Node, status: PodStatus): Action => {
  const ranges = rangesFor(pod, node)
  return ranges.length > 0 ? { do: 'takeAddress', object: pod, status, ranges } : setStatus(pod, status)
}

/** The pod's new status; undefined if no container of it changed. */
const changedStatus = (
  pod: Pod,
  stands: Stands,
  { base, time }: { base: PodStatus; time: string },
): PodStatus | undefined => {
  const { status: old } = pod
  const init = stands.init.map(({ status }) => status)
  const main = stands.main.map(({ status }) => status)
  if (sameJson(init, old?.initContainerStatuses ?? []) && sameJson(main, old?.containerStatuses ?? [])) {
    const conditions = gatedReadiness(pod, time)
    return conditions && { ...old, conditions }
  }
  const phase = phaseOf(pod, init, main)
  return {
    ...old,
    ...base,
    ...ownAddress(pod, base),
    phase,
    conditions: conditionsOf(pod, { phase, init, main, time }),
    ...(init.length > 0 ? { initContainerStatuses: init } : {}),
    containerStatuses: main,
  }
}

const notesOf = ({ init, main }: Stands): readonly KubeletNote[] => [...init, ...main].flatMap(({ notes }) => notes)

// A try of a probe that failed is told once, at whatever change the kubelet looks again.
const isTold = ({ metadata }: Pod, { foundAt, reason, message, fieldPath }: KubeletNote, cluster: Cluster): boolean =>
  foundAt !== undefined &&
  cluster
    .by<Event>('Event', 'about', metadata.uid ?? '')
    .some(
      event =>
        event.reason === reason &&
        event.message === message &&
        event.involvedObject.fieldPath === fieldPath &&
        (event.lastTimestamp ?? '') >= toRfc3339(foundAt),
    )
