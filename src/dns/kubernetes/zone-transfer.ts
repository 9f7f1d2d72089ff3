import type { ResourceRecord } from '../message.ts'
import { joinName } from '../names.ts'
import { cname, record } from '../records.ts'
import type { KubernetesBackend } from './backend.ts'
import type { ClusterIndex } from './cluster-index.ts'
import { endpointLabel } from './endpoint-label.ts'
import { hostType } from './entries.ts'
import type { DnsEndpoints, DnsService } from './objects.ts'
import { ownAddresses } from './own-addresses.ts'

interface Transfer {
  readonly backend: KubernetesBackend
  readonly index: ClusterIndex
  readonly zone: string
}

/** All records of a zone between two copies of its SOA. Weights differ from those of single answers, as in CoreDNS. */
export const zoneTransfer = (
  backend: KubernetesBackend,
  zone: string,
  soa: ResourceRecord,
): readonly ResourceRecord[] => {
  const transfer = { backend, index: backend.index(), zone }
  return [soa, ...nameServers(transfer), ...services(transfer), soa]
}

const nameServers = ({ backend, index, zone }: Transfer): readonly ResourceRecord[] => {
  const { ttl, endpointPodNames } = backend.options
  const servers = ownAddresses({ index, zone, addresses: backend.addresses, podNames: endpointPodNames })
  return [
    ...[...new Set(servers.map(({ name }) => name))].map(name => record(zone, ttl, 'NS', name)),
    ...servers.map(({ name, type, address }) => record(name, 0, type, address)),
  ]
}

const services = (transfer: Transfer): readonly ResourceRecord[] => {
  const { backend, index, zone } = transfer
  const imported = backend.options.multicluster.includes(zone)
  const all = imported ? index.imports() : index.services()
  return all
    .filter(({ namespace }) => index.exposed(namespace))
    .toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0))
    .flatMap(service => {
      if (service.externalName !== undefined) return alias(transfer, service, service.externalName)
      if (!service.headless && service.clusterIPs.length > 0) return clusterRecords(transfer, service)
      const sets = (imported ? index.importedEndpoints : index.endpoints)(service.namespace, service.name)
      return sets.flatMap(set => endpointRecords(transfer, service, set))
    })
}

const nameOf = ({ zone }: Transfer, { name, namespace }: DnsService, ...front: readonly string[]): string =>
  joinName(...front, name, namespace, 'svc', zone)

const alias = (transfer: Transfer, service: DnsService, target: string): readonly ResourceRecord[] =>
  hostType(target) === 'CNAME' ? [cname(nameOf(transfer, service), transfer.backend.options.ttl, target)] : []

const clusterRecords = (transfer: Transfer, service: DnsService): readonly ResourceRecord[] => {
  const { ttl } = transfer.backend.options
  const name = nameOf(transfer, service)
  return [
    ...service.clusterIPs.map(address => record(name, ttl, hostType(address), address)),
    ...service.ports.flatMap(port => {
      const data = `0 100 ${port.port} ${name}`
      const bare = record(name, ttl, 'SRV', data)
      return port.name === '' ? [bare] : [bare, record(portName(transfer, service, port), ttl, 'SRV', data)]
    }),
  ]
}

const portName = (
  transfer: Transfer,
  service: DnsService,
  { name, protocol }: { readonly name: string; readonly protocol: string },
): string => nameOf(transfer, service, `_${name}`.toLowerCase(), `_${protocol}`.toLowerCase())

const endpointRecords = (transfer: Transfer, service: DnsService, set: DnsEndpoints): readonly ResourceRecord[] => {
  const { ttl, endpointPodNames } = transfer.backend.options
  const weight = Math.max(1, Math.floor((100 / (100 * set.endpoints.length)) * 100))
  return set.endpoints.flatMap(endpoint => {
    const { address } = endpoint
    const own = nameOf(transfer, service, endpointLabel(endpoint, endpointPodNames))
    return [
      record(nameOf(transfer, service), ttl, hostType(address), address),
      record(own, ttl, hostType(address), address),
      ...set.ports
        .filter(port => port.name !== '')
        .map(port => record(portName(transfer, service, port), ttl, 'SRV', `0 ${weight} ${port.port} ${own}`)),
    ]
  })
}
