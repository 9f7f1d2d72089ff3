import type { EndpointSlice, Endpoints, Namespace, Service } from '../api/generated/types.ts'
import { toRfc3339 } from '../util/clock.ts'
import { sameJson } from '../util/same-json.ts'
import { type Action, again, type Cluster, create, defineController, update } from './controller.ts'
import { advertised, name, namespace, ownService } from './kubernetes-service/objects.ts'
import { namespaceOfDeleted } from './namespace/namespace-of-deleted.ts'

// The API server looks after its Service at this interval, in milliseconds.
const interval = 10_000

/**
 * Keeps the Service `kubernetes`, by which pods reach the API server, with its endpoints. Deleted, it is back within
 * seconds.
 */
export const kubernetesService = defineController<Namespace>({
  name: 'kubernetes-service',
  reconciles: 'Namespace',
  watches: {
    Service: namespaceOfDeleted(name),
    Endpoints: namespaceOfDeleted(name),
    EndpointSlice: namespaceOfDeleted(name),
  },

  reconcile({ metadata }, cluster) {
    if (metadata.name !== namespace) return []
    const actions = [...keepService(cluster), ...keepEndpoints(cluster)]
    const isNew = metadata.creationTimestamp === toRfc3339(cluster.now)
    if (actions.length === 0 || isNew || cluster.now % interval === 0) return actions
    return [again(cluster.now + interval - (cluster.now % interval))]
  },
})

const keepService = (cluster: Cluster): readonly Action[] =>
  cluster.get<Service>('Service', namespace, name) ? [] : [create(ownService(cluster.settings))]

const keepEndpoints = (cluster: Cluster): readonly Action[] => {
  const wanted = advertised(cluster)
  if (!wanted) return []
  const endpoints = cluster.get<Endpoints>('Endpoints', namespace, name)
  const slice = cluster.get<EndpointSlice>('EndpointSlice', namespace, name)
  return [
    ...(!endpoints ? [create(wanted.endpoints)] : []),
    ...(endpoints && !sameJson(endpoints.subsets, wanted.endpoints.subsets)
      ? [update({ ...endpoints, ...wanted.endpoints, metadata: endpoints.metadata })]
      : []),
    ...(slice ? [] : [create(wanted.slice)]),
  ]
}
