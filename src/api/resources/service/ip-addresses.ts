import { canonicalIp, ipVersion } from '../../../util/ip.ts'
import type { IPAddress, Service } from '../../generated/types.ts'

/** The IPAddress objects that stand for a Service's cluster IPs. */
export const addressObjects = (service: Service): readonly IPAddress[] =>
  (service.spec.clusterIPs ?? []).filter(isAddress).map(address => addressObject(service, address))

export const addressObject = ({ metadata }: Service, address: string): IPAddress => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IPAddress',
  metadata: {
    name: canonicalIp(address),
    labels: {
      'ipaddress.kubernetes.io/ip-family': ipVersion(address) === 6 ? 'IPv6' : 'IPv4',
      'ipaddress.kubernetes.io/managed-by': 'ipallocator.k8s.io',
    },
  },
  spec: { parentRef: { resource: 'services', namespace: metadata.namespace, name: metadata.name } },
})

const isAddress = (text: string): boolean => ipVersion(text) !== 0
