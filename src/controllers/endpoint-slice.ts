import type { EndpointSlice, Node, Service } from '../api/generated/types.ts'
import { create, defineController, type Related, remove, update } from './controller.ts'
import { zoneLabel } from './endpoint-slice/desired.ts'
import { manager, planFor } from './endpoint-slice/plan.ts'
import { managedByLabel, serviceNameLabel, slicesFor } from './endpoint-slice/slices.ts'
import { canServe } from './service/pod-endpoint.ts'
import { selectedPods, selectsPods, servicesOfPod } from './service/selected-pods.ts'
import { triggerTime, withTriggerTime } from './service/trigger-time.ts'

/**
 * Keeps the EndpointSlices of each Service that selects pods. Those of a Service that selects none are left as they
 * are.
 */
export const endpointSliceController = defineController<Service>({
  name: 'endpointslice',
  reconciles: 'Service',
  watches: {
    Pod: servicesOfPod,
    Node: (object, cluster, old) => servicesOfNode(object, cluster, old),
    EndpointSlice: (object, cluster, old) => serviceOfSlice(object, cluster, old),
  },

  reconcile(service, cluster) {
    if (!selectsPods(service)) return []
    const { name, namespace } = service.metadata
    const pods = selectedPods(service, cluster).filter(canServe)
    const existing = slicesFor(cluster, { namespace, name, manager })
    const plan = planFor({ service, pods, existing, cluster })
    const known = existing.length > 0 ? namesIn(existing) : undefined
    const time = triggerTime({ service, pods, known, now: cluster.now })
    const timed = (slice: EndpointSlice): EndpointSlice => ({
      ...slice,
      metadata: { ...slice.metadata, annotations: withTriggerTime(slice.metadata.annotations, time) },
    })
    return [
      ...(service.metadata.deletionTimestamp ? [] : plan.create.map(slice => create(timed(slice)))),
      ...plan.update.map(slice => update(timed(slice))),
      ...plan.remove.map(remove),
    ]
  },
})

const namesIn = (slices: readonly EndpointSlice[]): ReadonlySet<string | undefined> =>
  new Set(slices.flatMap(({ endpoints }) => (endpoints ?? []).map(({ targetRef }) => targetRef?.name)))

/** A node that comes, goes or moves to another zone concerns every Service. */
const servicesOfNode: Related = (object, cluster, old) => {
  const zoneOf = ({ metadata }: Pick<Node, 'metadata'>): string | undefined => metadata.labels?.[zoneLabel]
  return old && zoneOf(object) === zoneOf(old) ? [] : cluster.list<Service>('Service').filter(selectsPods)
}

/** What a user does to a slice of the controller is undone. */
const serviceOfSlice: Related = ({ metadata: { namespace, labels } }, cluster) => {
  if (labels?.[managedByLabel] !== manager) return []
  const service = cluster.get<Service>('Service', namespace, labels[serviceNameLabel] ?? '')
  return service ? [service] : []
}
