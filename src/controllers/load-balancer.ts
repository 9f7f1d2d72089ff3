import type { LoadBalancerIngress, Service } from '../api/generated/types.ts'
import { isLoadBalancer } from '../api/resources/service/kinds.ts'
import { sameJson } from '../util/same-json.ts'
import { type Action, type Cluster, defineController, type Related, setStatus, tell, update } from './controller.ts'
import { ingressFor } from './load-balancer/provider.ts'

const finalizer = 'service.kubernetes.io/load-balancer-cleanup'

/**
 * The cloud that gives LoadBalancer Services an address from outside, as the cluster's settings say. A Service that
 * names a class is somebody else's.
 */
export const loadBalancerController = defineController<Service>({
  name: 'load-balancer',
  reconciles: 'Service',
  watches: { Service: (object, cluster, old) => waiting(object, cluster, old) },

  reconcile(service, cluster) {
    if (cluster.settings.loadBalancer.kind === 'none') return []
    const { finalizers = [], deletionTimestamp } = service.metadata
    const isWanted = isLoadBalancer(service) && !service.spec.loadBalancerClass && !deletionTimestamp
    if (isWanted) return ensure(service, cluster)
    return finalizers.includes(finalizer) ? cleanUp(service, finalizers) : []
  },
})

const ensure = (service: Service, cluster: Cluster): readonly Action[] => {
  const { finalizers = [] } = service.metadata
  const { ingress = [] } = service.status?.loadBalancer ?? {}
  const wanted = ingressFor(service, cluster)
  const isHeld = finalizers.includes(finalizer)
  if ('problem' in wanted) {
    const message = `Error syncing load balancer: failed to ensure load balancer: ${wanted.problem}`
    return isHeld ? [] : [held(service), ensuring(service), note(service, 'SyncLoadBalancerFailed', message)]
  }
  if (isHeld && sameJson(ingress, wanted.ingress)) return []
  return [
    ...(isHeld ? [] : [held(service)]),
    ensuring(service),
    setStatus(service, { ...service.status, loadBalancer: { ingress: wanted.ingress } }),
    note(service, 'EnsuredLoadBalancer', 'Ensured load balancer'),
  ]
}

const cleanUp = (service: Service, finalizers: readonly string[]): readonly Action[] => [
  note(service, 'DeletingLoadBalancer', 'Deleting load balancer'),
  note(service, 'DeletedLoadBalancer', 'Deleted load balancer'),
  withFinalizers(
    service,
    finalizers.filter(other => other !== finalizer),
  ),
]

const held = (service: Service): Action => withFinalizers(service, [...(service.metadata.finalizers ?? []), finalizer])

const withFinalizers = (service: Service, finalizers: readonly string[]): Action =>
  update({ ...service, metadata: { ...service.metadata, finalizers } })

const ensuring = (service: Service): Action => note(service, 'EnsuringLoadBalancer', 'Ensuring load balancer')

const note = (service: Service, reason: string, message: string): Action =>
  tell(service, {
    type: reason === 'SyncLoadBalancerFailed' ? 'Warning' : 'Normal',
    reason,
    message,
    from: 'service-controller',
  })

/** Services that have none get an address when one gives its own back. */
const waiting: Related = (object, cluster, old) => {
  const before = ingressOf((old ?? object) as Service)
  const isFreed = before.length > 0 && (!old || ingressOf(object as Service).length === 0)
  if (!isFreed || cluster.settings.loadBalancer.kind !== 'pool') return []
  return cluster.list<Service>('Service').filter(service => isLoadBalancer(service) && ingressOf(service).length === 0)
}

const ingressOf = ({ status }: Service): readonly LoadBalancerIngress[] => status?.loadBalancer?.ingress ?? []
