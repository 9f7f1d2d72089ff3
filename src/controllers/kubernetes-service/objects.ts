import type { EndpointSlice, Endpoints, Node, Service } from '../../api/generated/types.ts'
import type { ClusterSettings } from '../../api/resource.ts'
import type { ClusterView } from '../../api/view.ts'
import { addressAt, isIpv6 } from '../../util/ip.ts'

export const name = 'kubernetes'
export const namespace = 'default'

const securePort = 6443
const controlPlane = 'node-role.kubernetes.io/control-plane'

/** The Service of the API server: it has the first address of the range. */
export const ownService = ({ serviceRange }: ClusterSettings): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace, labels: { component: 'apiserver', provider: 'kubernetes' } },
  spec: {
    clusterIP: addressAt(serviceRange, 1),
    ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: securePort }],
    type: 'ClusterIP',
  },
})

/** Where the API server listens; undefined while there is no node of the control plane. */
export const advertised = (cluster: ClusterView): { endpoints: Endpoints; slice: EndpointSlice } | undefined => {
  const addresses = cluster
    .list<Node>('Node')
    .filter(({ metadata }) => metadata.labels?.[controlPlane] !== undefined)
    .flatMap(({ status }) => status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? [])
  if (addresses.length === 0) return undefined
  const ports = [{ name: 'https', port: securePort, protocol: 'TCP' as const }]
  return {
    endpoints: {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { name, namespace, labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' } },
      subsets: [{ addresses: addresses.map(ip => ({ ip })), ports }],
    },
    slice: {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name, namespace, labels: { 'kubernetes.io/service-name': name } },
      addressType: addresses.some(isIpv6) ? 'IPv6' : 'IPv4',
      endpoints: addresses.map(address => ({ addresses: [address], conditions: { ready: true } })),
      ports,
    },
  }
}
