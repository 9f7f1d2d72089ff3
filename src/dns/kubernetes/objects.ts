import type { DiscoveryEndpointPort, EndpointSlice, ObjectMeta, Service } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import { canonicalAddress } from '../address.ts'

/** A port as DNS needs it; number -1 stands for "none declared": addresses are answered, SRV is not. */
export interface DnsPort {
  readonly name: string
  readonly port: number
  readonly protocol: string
}

export interface DnsService {
  readonly namespace: string
  readonly name: string
  readonly externalName?: string | undefined
  readonly headless: boolean
  readonly clusterIPs: readonly string[]
  /** spec.externalIPs and what the load balancer gave, addresses or host names. */
  readonly externalIPs: readonly string[]
  readonly ports: readonly DnsPort[]
}

export interface DnsEndpoint {
  readonly address: string
  readonly hostname: string
  /** The Pod's name, if it fits a label. */
  readonly podName: string
  readonly zone: string
}

/** The ready endpoints of one slice. */
export interface DnsEndpoints {
  readonly namespace: string
  readonly service: string
  readonly cluster: string
  readonly endpoints: readonly DnsEndpoint[]
  readonly ports: readonly DnsPort[]
}

/** A ServiceImport of the multi-cluster API, of which only this much is read. */
export interface ServiceImport extends KubeObject {
  readonly metadata: ObjectMeta
  readonly spec?: {
    readonly type?: string
    readonly ips?: readonly string[]
    readonly ports?: readonly DiscoveryEndpointPort[]
  }
}

const noPorts: readonly DnsPort[] = [{ name: '', port: -1, protocol: '' }]

const portsOf = (ports: readonly DiscoveryEndpointPort[] | undefined, protocol: string): readonly DnsPort[] =>
  !ports || ports.length === 0
    ? noPorts
    : ports.map(port => ({ name: port.name ?? '', port: port.port ?? -1, protocol: port.protocol ?? protocol }))

const canonical = (address: string): string => canonicalAddress(address) ?? address

export const dnsService = ({ metadata, spec, status }: Service): DnsService => {
  const clusterIPs = spec.clusterIPs ?? (spec.clusterIP ? [spec.clusterIP] : [])
  const ingress = (status?.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || '')
  return {
    namespace: metadata.namespace ?? '',
    name: metadata.name ?? '',
    externalName: spec.type === 'ExternalName' ? (spec.externalName ?? '') : undefined,
    headless: clusterIPs[0] === 'None',
    clusterIPs: clusterIPs.filter(address => address !== '').map(canonical),
    externalIPs: [...(spec.externalIPs ?? []), ...ingress].filter(address => address !== '').map(canonical),
    ports: portsOf(spec.ports, 'TCP'),
  }
}

export const dnsImport = ({ metadata, spec }: ServiceImport): DnsService => ({
  namespace: metadata.namespace ?? '',
  name: metadata.name ?? '',
  headless: spec?.type === 'Headless',
  clusterIPs: (spec?.ips ?? []).map(canonical),
  externalIPs: [],
  ports: portsOf(spec?.ports, 'TCP'),
})

const serviceLabel = 'kubernetes.io/service-name'
const importLabel = 'multicluster.kubernetes.io/service-name'
const clusterLabel = 'multicluster.kubernetes.io/source-cluster'

/** A slice as DNS reads it: `ready` alone counts, and a missing one is true. */
export const dnsEndpoints = (slice: EndpointSlice, multicluster = false): DnsEndpoints => ({
  namespace: slice.metadata.namespace ?? '',
  service: slice.metadata.labels?.[multicluster ? importLabel : serviceLabel] ?? '',
  cluster: (multicluster && slice.metadata.labels?.[clusterLabel]) || '',
  ports: portsOf(slice.ports, ''),
  endpoints: (slice.endpoints ?? [])
    .filter(endpoint => endpoint.conditions?.ready !== false)
    .flatMap(endpoint =>
      endpoint.addresses.map(address => ({
        address: canonical(address),
        hostname: endpoint.hostname ?? '',
        podName: shortName(endpoint.targetRef?.name),
        zone: endpoint.zone ?? '',
      })),
    ),
})

const shortName = (name = ''): string => (name.length < 64 ? name : '')
