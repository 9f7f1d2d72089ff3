import { joinName, labelsOf, lower, trimZone } from '../names.ts'
import type { KubernetesBackend } from './backend.ts'
import type { ClusterIndex } from './cluster-index.ts'
import { endpointLabel } from './endpoint-label.ts'
import type { Entry, Found } from './entries.ts'
import type { DnsPort, DnsService } from './objects.ts'

interface Search {
  readonly backend: KubernetesBackend
  readonly index: ClusterIndex
  readonly zone: string
  /** Endpoints of headless Services count as external. */
  readonly headless: boolean
}

/** What `[ENDPOINT.|_PORT._PROTOCOL.]SERVICE.NAMESPACE` stands for outside the cluster; undefined: no such name. */
export const externalEntries = (search: Search, name: string): Found => {
  const labels = labelsOf(lower(trimZone(name, search.zone)))
  const namespace = labels.at(-1) ?? ''
  if (!search.index.exposed(namespace)) return undefined
  if (labels.length === 1) return []
  if (labels.length > 4) return undefined
  const service = search.index.service(namespace, labels.at(-2) ?? '')
  if (!service) return undefined
  const [first = '', second = ''] = labels
  const endpoint = labels.length === 3 ? bare(first) : undefined
  const isWanted = labels.length === 4 ? portFilter(bare(first), bare(second)) : (): boolean => true
  const isHeadless = search.headless && service.externalIPs.length === 0 && (service.headless || endpoint !== undefined)
  const entries = isHeadless
    ? endpointEntries(search, service, endpoint, isWanted)
    : addressEntries(search, service, isWanted)
  return entries.length === 0 ? undefined : entries
}

const bare = (label: string): string => (label.startsWith('_') ? label.slice(1) : label)

const portFilter =
  (port: string, protocol: string) =>
  (candidate: DnsPort): boolean =>
    candidate.name.toLowerCase() === port && candidate.protocol.toLowerCase() === protocol

const addressEntries = (
  { zone }: Search,
  { name, namespace, externalIPs, ports }: DnsService,
  isWanted: (port: DnsPort) => boolean,
): readonly Entry[] => {
  const owner = joinName(name, namespace, zone)
  return externalIPs.flatMap(host => ports.filter(isWanted).map(({ port }) => ({ host, port, owner })))
}

const endpointEntries = (
  { backend, index, zone }: Search,
  { name, namespace }: DnsService,
  endpoint: string | undefined,
  isWanted: (port: DnsPort) => boolean,
): readonly Entry[] =>
  index.endpoints(namespace, name).flatMap(set =>
    set.endpoints
      .map(item => ({ host: item.address, label: endpointLabel(item, backend.options.endpointPodNames) }))
      .filter(({ label }) => endpoint === undefined || label.toLowerCase() === endpoint)
      .flatMap(({ host, label }) =>
        set.ports.filter(isWanted).map(({ port }) => ({ host, port, owner: joinName(label, name, namespace, zone) })),
      ),
  )
