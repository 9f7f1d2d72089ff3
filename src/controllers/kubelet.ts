import { faultsOf } from '../api/faults.ts'
import type { Container, Event, Node, Pod, PodStatus } from '../api/generated/types.ts'
import { isConditionTrue, isPodFinished } from '../api/pod-status.ts'
import { toRfc3339 } from '../util/clock.ts'
import { sameJson } from '../util/same-json.ts'
import { type Action, again, type Cluster, defineController, run, setStatus, tell } from './controller.ts'
import { hostAddress, ownAddress, rangesFor } from './kubelet/address.ts'
import { conditionsOf, gatedReadiness, readyToStart } from './kubelet/conditions.ts'
import { type Stands, standsOf } from './kubelet/containers.ts'
import { expired } from './kubelet/deadline.ts'
import { isDown, missingImages } from './kubelet/faults.ts'
import { type KubeletNote, mountNote } from './kubelet/notes.ts'
import { phaseOf } from './kubelet/phase.ts'
import { missingSetting } from './kubelet/references.ts'
import { failsFrom } from './kubelet/set-up.ts'
import { stops } from './kubelet/stopping.ts'
import { type Unmounted, unmountedVolumes } from './kubelet/volumes.ts'

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
    // Init containers may wait for a new Service, all of them for their settings.
    Service: (_, cluster, old) => (old ? [] : waitingPods(cluster).filter(isInitialising)),
    ConfigMap: ({ metadata }, cluster) => waitingPods(cluster, metadata.namespace),
    Secret: ({ metadata }, cluster) => waitingPods(cluster, metadata.namespace),
  },

  reconcile(pod, cluster) {
    const node = pod.spec.nodeName ? cluster.get<Node>('Node', undefined, pod.spec.nodeName) : undefined
    if (!node || isDown(node)) return []
    if (pod.metadata.deletionTimestamp) return stops(pod, cluster.now)
    if (isPodFinished(pod)) return []
    return runs(pod, node, cluster)
  },
})

const waitingPods = (cluster: Cluster, namespace?: string): readonly Pod[] => {
  const all = cluster.by<Pod>('Pod', 'waiting', 'true')
  return namespace === undefined ? all : all.filter(({ metadata }) => metadata.namespace === namespace)
}

const isInitialising = ({ spec, status }: Pod): boolean =>
  status?.phase === 'Pending' && (spec.initContainers ?? []).length > 0

const runs = (pod: Pod, node: Node, cluster: Cluster): readonly Action[] => {
  const { now, settings, behaviourOf } = cluster
  const over = expired(pod, now)
  if (over?.status) return [setStatus(pod, over.status)]
  const startTime = pod.status?.startTime ?? toRfc3339(now)
  const startsAt = Date.parse(startTime) + settings.startDelay
  const isMounted = isConditionTrue(pod.status, readyToStart)
  const unmounted = isMounted ? [] : unmountedVolumes(pod, cluster)
  const lacks = (container: Container) => missingSetting(container, pod, cluster)
  const machine = { pod, now, startsAt, behaviourOf, missingImages: missingImages(node), lacks }
  const stands = standsOf({ ...machine, isMounted: unmounted.length === 0 })
  const base = { ...hostAddress(node), startTime }
  const status = changedStatus(pod, stands, { base, time: toRfc3339(now), isMounted: unmounted.length === 0 })
  const due = Math.min(stands.due ?? Number.POSITIVE_INFINITY, over?.due ?? Number.POSITIVE_INFINITY)
  const notes = [...notesOf(stands), ...mountNotes(pod, unmounted, { startsAt, now })]
  return [
    ...(status ? [unmounted.length > 0 ? setStatus(pod, status) : written(pod, node, status)] : []),
    ...[...stands.init, ...stands.main].flatMap(({ status: { name }, runs }) => (runs ? [run(pod, name)] : [])),
    ...notes.flatMap(note => (isTold(pod, note, cluster) ? [] : [tell(pod, note)])),
    ...(Number.isFinite(due) ? [again(due)] : []),
  ]
}

const mountNotes = (
  pod: Pod,
  unmounted: readonly Unmounted[],
  { startsAt, now }: { readonly startsAt: number; readonly now: number },
): readonly KubeletNote[] => {
  const from = failsFrom(startsAt)
  return now < from ? [] : unmounted.map(volume => mountNote(pod, volume, from))
}

const written = (pod: Pod, node: Node, status: PodStatus): Action => {
  const ranges = rangesFor(pod, node)
  return ranges.length > 0 ? { do: 'takeAddress', object: pod, status, ranges } : setStatus(pod, status)
}

/** The pod's new status; undefined if no container of it changed. */
const changedStatus = (
  pod: Pod,
  stands: Stands,
  { base, time, isMounted }: { base: PodStatus; time: string; isMounted: boolean },
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
    conditions: conditionsOf(pod, { phase, init, main, isMounted, time }),
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
