import type { Ingress, IngressClass, IngressLoadBalancerStatus, Service } from '../api/generated/types.ts'
import { sameJson } from '../util/same-json.ts'
import { type Cluster, defineController, type Related, setStatus, tell } from './controller.ts'

// The controller that `cluster create --ingress` installs, and the Service that leads to it.
const controller = 'k8s.io/ingress-nginx'
const namespace = 'ingress-nginx'
const entrance = 'ingress-nginx-controller'

const allIngresses: Related = (_, cluster) => cluster.list<Ingress>('Ingress')

/** Tells of each Ingress of the installed controller's class by which address it is reached. */
export const ingressController = defineController<Ingress>({
  name: 'ingress',
  reconciles: 'Ingress',
  watches: {
    IngressClass: allIngresses,
    Service: (service, cluster, old) => (service.metadata.name === entrance ? allIngresses(service, cluster, old) : []),
  },

  reconcile(ingress, cluster) {
    if (ingress.metadata.deletionTimestamp || !isOurs(ingress, cluster)) return []
    const service = cluster.get<Service>('Service', namespace, entrance)
    if (!service) return []
    const wanted = addressesOf(service)
    if (sameJson(ingress.status?.loadBalancer?.ingress ?? [], wanted)) return []
    return [
      setStatus(ingress, { ...ingress.status, loadBalancer: wanted.length > 0 ? { ingress: wanted } : {} }),
      tell(ingress, {
        type: 'Normal',
        reason: 'Sync',
        message: 'Scheduled for sync',
        from: 'nginx-ingress-controller',
      }),
    ]
  },
})

/** Whether the Ingress is of a class of the controller: by its field, or by the annotation of old. */
const isOurs = ({ metadata, spec }: Ingress, cluster: Cluster): boolean => {
  const name = spec?.ingressClassName ?? metadata.annotations?.['kubernetes.io/ingress.class']
  return (
    name !== undefined && cluster.get<IngressClass>('IngressClass', undefined, name)?.spec.controller === controller
  )
}

type Addresses = NonNullable<IngressLoadBalancerStatus['ingress']>

/** Where nothing gives out addresses, the machine's own ports lead to it, as kind sets it up. */
const addressesOf = ({ status }: Service): Addresses => {
  const { ingress = [] } = status?.loadBalancer ?? {}
  if (ingress.length === 0) return [{ hostname: 'localhost' }]
  return ingress.map(({ ip, hostname }) => ({ ...(ip ? { ip } : {}), ...(hostname ? { hostname } : {}) }))
}
