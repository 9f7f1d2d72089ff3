import type { Pod, Service } from '../../api/generated/types.ts'
import { labelOf } from '../../api/labels.ts'
import type { Labels } from '../../api/meta.ts'
import { isPodFinished, podCondition } from '../../api/pod-status.ts'
import type { IndexedView } from '../../api/view.ts'
import { sameJson } from '../../util/same-json.ts'
import type { Related } from '../controller.ts'

/** Whether its endpoints are made from pods: it selects some, and is more than another name. */
export const selectsPods = ({ spec }: Service): boolean =>
  spec.type !== 'ExternalName' && pairsOf(spec.selector).length > 0

/** The pods that a Service selects, whatever their state, by name. */
export const selectedPods = ({ metadata, spec }: Service, cluster: IndexedView): readonly Pod[] => {
  const pairs = pairsOf(spec.selector)
  const [key, value] = pairs[0] ?? []
  if (key === undefined) return []
  return cluster
    .by<Pod>('Pod', 'label', `${key}=${value}`)
    .filter(pod => pod.metadata.namespace === metadata.namespace && hasAll(pod.metadata.labels, pairs))
}

/** The Services that select a pod or did until now. None if nothing changed that endpoints tell about it. */
export const servicesOfPod: Related = (object, cluster, before) => {
  const pod = object as Pod
  const old = before as Pod | undefined
  if (old ? showsSame(pod, old) : !hasAddress(pod)) return []
  const now = servicesSelecting(pod, cluster)
  return old && !sameJson(old.metadata.labels, pod.metadata.labels)
    ? [...new Set([...now, ...servicesSelecting(old, cluster)])]
    : now
}

// Each Service is found by one label that it asks for, so that a pod meets only those that may select it.
const servicesSelecting = ({ metadata }: Pod, cluster: IndexedView): readonly Service[] =>
  Object.entries(metadata.labels ?? {})
    .flatMap(([key, value]) => cluster.by<Service>('Service', 'selects', `${key}=${value}`))
    .filter(
      service =>
        service.metadata.namespace === metadata.namespace &&
        selectsPods(service) &&
        hasAll(metadata.labels, pairsOf(service.spec.selector)),
    )

export const hasAddress = ({ status }: Pod): boolean => Boolean(status?.podIP) || (status?.podIPs ?? []).length > 0

type Pairs = readonly (readonly [key: string, value: string])[]

// A cluster matches every pod with every Service of its namespace: a selector is taken apart once.
const known = new WeakMap<Labels, Pairs>()
const none: Pairs = []

const pairsOf = (selector: Labels | undefined): Pairs => {
  if (!selector) return none
  const found = known.get(selector)
  if (found) return found
  const pairs = Object.entries(selector)
  known.set(selector, pairs)
  return pairs
}

const hasAll = (labels: Labels | undefined, pairs: Pairs): boolean =>
  labels !== undefined && pairs.every(([key, value]) => labelOf(labels, key) === value)

/** Whether endpoints say the same of both. Specs of pods hardly change, and not where endpoints look. */
const showsSame = (pod: Pod, old: Pod): boolean =>
  (!hasAddress(pod) && !hasAddress(old)) ||
  (sameJson(pod.metadata.labels, old.metadata.labels) &&
    pod.metadata.deletionTimestamp === old.metadata.deletionTimestamp &&
    pod.spec.nodeName === old.spec.nodeName &&
    statusOf(pod) === statusOf(old))

const statusOf = (pod: Pod): string => {
  const { status } = pod
  const addresses = status?.podIPs?.map(({ ip }) => ip).join() ?? status?.podIP
  return `${addresses} ${podCondition(status, 'Ready')?.status} ${isPodFinished(pod)}`
}
