import type { LoadBalancerIngress, Service } from '../api/generated/types.ts'
import { ipVersion } from '../util/ip.ts'

/** One port of a Service in one address family, as kube-proxy sees it. */
export interface ServicePort {
  readonly namespace: string
  readonly service: string
  readonly portName: string
  /** `default/web:http`; without the colon where the port has no name. */
  readonly name: string
  readonly family: 4 | 6
  readonly protocol: 'TCP' | 'UDP' | 'SCTP'
  readonly clusterIP: string
  readonly port: number
  /** 0 if there is none. */
  readonly nodePort: number
  readonly externalIPs: readonly string[]
  /** The addresses of a load balancer that packets keep until they are at a node. */
  readonly balancerIPs: readonly string[]
  readonly sourceRanges: readonly string[]
  readonly internalLocal: boolean
  readonly externalLocal: boolean
  readonly healthCheckNodePort: number
  /** Seconds that ClientIP affinity lasts; undefined without it. */
  readonly affinity: number | undefined
}

// With either of these, whatever its value, kube-proxy does not see a Service.
const hidingLabels = ['service.kubernetes.io/service-proxy-name', 'service.kubernetes.io/headless']

/**
 * The ports that kube-proxy serves of a Service: none of a headless one or one labelled so, of an ExternalName, or of
 * what another proxy does.
 */
export const servicePortsOf = (service: Service): readonly ServicePort[] => {
  const { spec, metadata } = service
  if (spec.type === 'ExternalName' || hidingLabels.some(label => metadata.labels?.[label] !== undefined)) return []
  return clusterIPsOf(service).flatMap(clusterIP => {
    const family = ipVersion(clusterIP)
    return family === 0 ? [] : (spec.ports ?? []).map(port => servicePortOf(service, { clusterIP, family, port }))
  })
}

/** The virtual IPs of a Service; `None` of a headless one is none. */
export const clusterIPsOf = ({ spec }: Service): readonly string[] =>
  (spec.clusterIPs ?? [spec.clusterIP ?? '']).filter(address => ipVersion(address) !== 0)

/**
 * Whether kube-proxy takes over packets to this address: not a host name, and not where the balancer is a proxy itself.
 */
export const isVirtual = ({ ip, ipMode }: LoadBalancerIngress): boolean => ip !== undefined && ipMode !== 'Proxy'

type Port = NonNullable<Service['spec']['ports']>[number]

const servicePortOf = (
  { metadata, spec, status }: Service,
  { clusterIP, family, port }: { clusterIP: string; family: 4 | 6; port: Port },
): ServicePort => {
  const { name: service, namespace = 'default' } = metadata
  const { name: portName = '', protocol = 'TCP', nodePort = 0 } = port
  const isOfFamily = (address: string): boolean => ipVersion(address.split('/')[0] ?? '') === family
  const ingress = status?.loadBalancer?.ingress ?? []
  return {
    namespace,
    service,
    portName,
    name: portName ? `${namespace}/${service}:${portName}` : `${namespace}/${service}`,
    family,
    protocol,
    clusterIP,
    port: port.port,
    nodePort,
    externalIPs: (spec.externalIPs ?? []).filter(isOfFamily),
    balancerIPs: ingress.filter(isVirtual).flatMap(({ ip = '' }) => (isOfFamily(ip) ? [ip] : [])),
    sourceRanges: (spec.loadBalancerSourceRanges ?? []).map(range => range.trim()).filter(isOfFamily),
    internalLocal: spec.internalTrafficPolicy === 'Local',
    externalLocal: isExternal(spec) && spec.externalTrafficPolicy === 'Local',
    healthCheckNodePort: spec.healthCheckNodePort ?? 0,
    affinity:
      spec.sessionAffinity === 'ClientIP' ? (spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10800) : undefined,
  }
}

const isExternal = ({ type = 'ClusterIP', externalIPs = [] }: Service['spec']): boolean =>
  type === 'NodePort' || type === 'LoadBalancer' || externalIPs.length > 0

/** Whether anything but the virtual IP leads to it. */
export const isExternallyAccessible = ({ nodePort, balancerIPs, externalIPs }: ServicePort): boolean =>
  nodePort !== 0 || balancerIPs.length > 0 || externalIPs.length > 0

/** External traffic that came from within is served from the whole cluster even where the policy is Local. */
export const usesClusterEndpoints = (port: ServicePort): boolean => !port.internalLocal || isExternallyAccessible(port)

export const usesLocalEndpoints = (port: ServicePort): boolean =>
  port.internalLocal || (port.externalLocal && isExternallyAccessible(port))
