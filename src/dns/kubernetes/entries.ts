import { isIpv4, isIpv6, parseAddress } from '../address.ts'
import { joinName } from '../names.ts'
import type { ClusterIndex } from './cluster-index.ts'
import { endpointLabel } from './endpoint-label.ts'
import type { DnsEndpoints, DnsPort, DnsService } from './objects.ts'
import type { KubernetesOptions } from './options.ts'
import type { RecordRequest } from './request.ts'

/** One thing behind a name: an address or the target of an alias, with its port and the name that is its own. */
export interface Entry {
  readonly host: string
  readonly port: number
  readonly owner: string
}

/** What a host is: an address of one of the families, or a name. */
export const hostType = (host: string): 'A' | 'AAAA' | 'CNAME' => (isIpv4(host) ? 'A' : isIpv6(host) ? 'AAAA' : 'CNAME')

/** What is found under a name: entries (none of them: no data), or undefined if the name does not exist. */
export type Found = readonly Entry[] | undefined

interface Search {
  readonly index: ClusterIndex
  readonly options: KubernetesOptions
  readonly request: RecordRequest
  readonly zone: string
}

/** The entries of a Service name, of its endpoints and ports. */
export const serviceEntries = (search: Search, multicluster: boolean): Found => {
  const { index, request, options } = search
  if (request.service === '') return []
  const service = multicluster
    ? index.imported(request.namespace, request.service)
    : index.service(request.namespace, request.service)
  if (!service) return undefined
  const endpoints = (): readonly DnsEndpoints[] =>
    multicluster
      ? index.importedEndpoints(request.namespace, request.service)
      : index.endpoints(request.namespace, request.service)
  const isPlain = service.externalName === undefined && !service.headless
  if (options.ignoreEmpty && isPlain && endpoints().every(set => set.endpoints.length === 0)) return undefined
  if (request.zonal && !service.headless) return undefined
  if (service.externalName !== undefined) return aliasEntries(search, service.externalName)
  if (!service.headless && request.endpoint === undefined) return clusterEntries(search, service)
  return endpointEntries(search, endpoints())
}

const ownName = ({ request, zone }: Search, ...front: readonly string[]): string =>
  joinName(...front, request.service, request.namespace, 'svc', zone)

// An address in externalName makes no record, and neither endpoint nor port can stand in front of an alias.
const aliasEntries = (search: Search, target: string): Found => {
  const { endpoint, port, protocol } = search.request
  if (endpoint || port || protocol || parseAddress(target)) return undefined
  return [{ host: target, port: 0, owner: ownName(search) }]
}

const clusterEntries = (search: Search, { ports, clusterIPs }: DnsService): Found => {
  const owner = ownName(search)
  const entries: Entry[] = []
  let isFound = false
  for (const candidate of ports) {
    if (!isWanted(search.request, candidate)) continue
    isFound = true
    for (const host of clusterIPs) entries.push({ host, port: candidate.port, owner })
  }
  return isFound ? entries : undefined
}

const endpointEntries = (search: Search, sets: readonly DnsEndpoints[]): Found => {
  const { zonal } = search.request
  if (!zonal) {
    const all = sets.flatMap(set => setEntries(search, set, undefined))
    return all.length === 0 ? undefined : all
  }
  const local = sets.flatMap(set => setEntries(search, set, zonal.zone))
  return local.length === 0 && zonal.prefer ? sets.flatMap(set => setEntries(search, set, undefined)) : local
}

const setEntries = (search: Search, set: DnsEndpoints, topologyZone: string | undefined): readonly Entry[] => {
  const { request, options } = search
  const ports = set.ports.filter(candidate => isWanted(request, candidate))
  if (request.endpoint !== undefined && (request.cluster ?? '') !== set.cluster.toLowerCase()) return []
  const cluster = set.cluster === '' ? [] : [set.cluster]
  return set.endpoints.flatMap(endpoint => {
    if (topologyZone !== undefined && endpoint.zone !== topologyZone) return []
    const label = endpointLabel(endpoint, options.endpointPodNames)
    if (request.endpoint !== undefined && label.toLowerCase() !== request.endpoint) return []
    const owner = ownName(search, label, ...cluster)
    return ports.map(({ port }) => ({ host: endpoint.address, port, owner }))
  })
}

const isWanted = ({ port, protocol }: RecordRequest, candidate: DnsPort): boolean =>
  (!port || candidate.name.toLowerCase() === port) && (!protocol || candidate.protocol.toLowerCase() === protocol)
