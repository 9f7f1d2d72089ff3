import { isIpv4 } from '../address.ts'
import { joinName } from '../names.ts'
import type { ClusterIndex } from './cluster-index.ts'
import { endpointLabel } from './endpoint-label.ts'
import type { DnsEndpoints, DnsService } from './objects.ts'

/** A name server of the zone: a name and an address of it. */
export interface OwnAddress {
  readonly name: string
  readonly address: string
  readonly type: 'A' | 'AAAA'
}

interface Place {
  readonly index: ClusterIndex
  /** The addresses of the server itself. */
  readonly addresses: readonly string[]
  readonly zone: string
  readonly podNames: boolean
}

/** The Services with the server's own addresses among their endpoints; if there is none, `ns.dns` with them. */
export const ownAddresses = (place: Place): readonly OwnAddress[] => {
  const { index, addresses, zone } = place
  const sets = addresses.flatMap(address => index.endpointsAt(address))
  if (sets.length === 0) return addresses.map(address => own(joinName('ns.dns', zone), address))
  return sets.flatMap(set => ofService(place, set, index.service(set.namespace, set.service)))
}

const own = (name: string, address: string): OwnAddress => ({ name, address, type: isIpv4(address) ? 'A' : 'AAAA' })

const ofService = (place: Place, set: DnsEndpoints, service: DnsService | undefined): readonly OwnAddress[] => {
  if (!service) return []
  const name = joinName(service.name, service.namespace, 'svc', place.zone)
  return service.headless ? ofEndpoints(place, set, name) : service.clusterIPs.map(address => own(name, address))
}

const ofEndpoints = ({ podNames }: Place, { endpoints }: DnsEndpoints, name: string): readonly OwnAddress[] =>
  endpoints.map(endpoint => own(`${endpointLabel(endpoint, podNames)}.${name}`, endpoint.address))

/** The same by the addresses that a Service has outside the cluster, for `k8s_external`. */
export const ownExternalAddresses = (place: Place, headless: boolean): readonly OwnAddress[] => {
  const { index, addresses, zone } = place
  const sets = addresses.flatMap(address => index.endpointsAt(address))
  if (sets.length === 0) return addresses.map(address => own(joinName('ns.dns', zone), address))
  return sets.flatMap(set => {
    const service = index.service(set.namespace, set.service)
    if (!service) return []
    const name = joinName(service.name, service.namespace, zone)
    if (headless && service.headless) return ofEndpoints(place, set, name)
    return service.externalIPs.map(address => own(name, address))
  })
}
