import type { EndpointSlice, Endpoints, Service } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { create, defineController, type Related, remove, update } from './controller.ts'
import { managedByLabel, noPlan, serviceNameLabel, slicesFor } from './endpoint-slice/slices.ts'
import { manager, mirrorPlan } from './endpoint-slice-mirroring/plan.ts'

/** Keeps slices that say what Endpoints made by hand say: those of a Service that selects no pods. */
export const endpointSliceMirroring = defineController<Endpoints>({
  name: 'endpointslicemirroring',
  reconciles: 'Endpoints',
  watches: {
    Service: (object, cluster) => endpointsNamed(object.metadata.namespace, object.metadata.name, cluster),
    EndpointSlice: (object, cluster, old) => endpointsOfSlice(object, cluster, old),
  },

  reconcile(endpoints, cluster) {
    const { name, namespace } = endpoints.metadata
    const mirrored = isMirrored(endpoints, cluster.get<Service>('Service', namespace, name))
    const existing = slicesFor(cluster, { namespace, name, manager })
    const plan = mirrored ? mirrorPlan(endpoints, existing) : { ...noPlan, remove: existing }
    return [...plan.create.map(create), ...plan.update.map(update), ...plan.remove.map(remove)]
  },
})

const isMirrored = ({ metadata: { labels, annotations } }: Endpoints, service: Service | undefined): boolean =>
  service !== undefined &&
  Object.keys(service.spec.selector ?? {}).length === 0 &&
  labels?.['endpointslice.kubernetes.io/skip-mirror'] !== 'true' &&
  annotations?.['control-plane.alpha.kubernetes.io/leader'] === undefined &&
  // The endpoints controller's own, of a Service whose selector was taken away: its slices are still there.
  labels?.['endpoints.kubernetes.io/managed-by'] !== 'endpoint-controller'

const endpointsOfSlice: Related = ({ metadata: { namespace, labels } }: EndpointSlice | Endpoints, cluster) =>
  labels?.[managedByLabel] === manager ? endpointsNamed(namespace, labels[serviceNameLabel] ?? '', cluster) : []

const endpointsNamed = (namespace: string | undefined, name: string, cluster: ClusterView): readonly Endpoints[] => {
  const found = cluster.get<Endpoints>('Endpoints', namespace, name)
  return found ? [found] : []
}
