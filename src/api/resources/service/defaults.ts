import { omit } from '../../../util/omit.ts'
import type { LoadBalancerIngress, Service, ServicePort, ServiceSpec, ServiceStatus } from '../../generated/types.ts'
import { isExternallyAccessible } from './kinds.ts'

const threeHours = 10_800

/** Fills in what follows from the object alone; what depends on the cluster is allocated later. */
export const withDefaults = (service: Service): Service => {
  const spec = withTypeDefaults(withAffinity(service.spec ?? {}))
  const typed = { ...service, spec }
  return {
    ...typed,
    spec: {
      ...spec,
      ...(isExternallyAccessible(typed) && { externalTrafficPolicy: spec.externalTrafficPolicy || 'Cluster' }),
    },
    status: withIpMode(service.status ?? {}, spec),
  }
}

const withAffinity = (spec: ServiceSpec): ServiceSpec => {
  const sessionAffinity = spec.sessionAffinity || 'None'
  if (sessionAffinity === 'None') return { ...omit(spec, 'sessionAffinityConfig'), sessionAffinity }
  if (sessionAffinity !== 'ClientIP') return { ...spec, sessionAffinity }
  const timeoutSeconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? threeHours
  return { ...spec, sessionAffinity, sessionAffinityConfig: { clientIP: { timeoutSeconds } } }
}

const withTypeDefaults = (spec: ServiceSpec): ServiceSpec => {
  const type = spec.type || 'ClusterIP'
  const ported = { ...spec, type, ...(spec.ports && { ports: spec.ports.map(withPortDefaults) }) }
  // An ExternalName has no traffic inside the cluster: the server drops what is said of it.
  if (type === 'ExternalName') return omit(ported, 'internalTrafficPolicy')
  return {
    ...ported,
    internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster',
    ...(type === 'LoadBalancer' && { allocateLoadBalancerNodePorts: spec.allocateLoadBalancerNodePorts ?? true }),
  }
}

const withPortDefaults = (port: ServicePort): ServicePort => ({
  ...port,
  protocol: port.protocol || 'TCP',
  targetPort: port.targetPort || port.port,
})

const withIpMode = (status: ServiceStatus, { type }: ServiceSpec): ServiceStatus => {
  const { ingress } = status.loadBalancer ?? {}
  if (!ingress || type !== 'LoadBalancer') return { ...status, loadBalancer: status.loadBalancer ?? {} }
  const mode = (entry: LoadBalancerIngress): LoadBalancerIngress =>
    entry.ip ? { ...entry, ipMode: entry.ipMode ?? 'VIP' } : entry
  return { ...status, loadBalancer: { ...status.loadBalancer, ingress: ingress.map(mode) } }
}
