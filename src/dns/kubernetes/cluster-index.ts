import type { EndpointSlice, Pod, Service } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { ClusterView } from '../../api/view.ts'
import { lazy } from '../../util/lazy.ts'
import { canonicalAddress } from '../address.ts'
import { finder } from './finder.ts'
import {
  type DnsEndpoints,
  type DnsService,
  dnsEndpoints,
  dnsImport,
  dnsService,
  type ServiceImport,
} from './objects.ts'
import type { KubernetesOptions } from './options.ts'

/** The objects of the cluster by what DNS asks for. Each table is made when it is first needed. */
export interface ClusterIndex {
  /** Exists and is served, by the options `namespaces` and `namespace_labels`. */
  exposed(namespace: string): boolean
  services(): readonly DnsService[]
  service(namespace: string, name: string): DnsService | undefined
  endpoints(namespace: string, service: string): readonly DnsEndpoints[]
  imported(namespace: string, name: string): DnsService | undefined
  imports(): readonly DnsService[]
  importedEndpoints(namespace: string, service: string): readonly DnsEndpoints[]
  servicesAt(address: string): readonly DnsService[]
  externalAt(address: string): readonly DnsService[]
  endpointsAt(address: string): readonly DnsEndpoints[]
  /** The Pods with this address that are not over. */
  podsAt(address: string): readonly Pod[]
  /** Unix time at which this state was first seen: the serial of the zones. */
  readonly serial: number
}

/** Reads a view as one state; make a new one when the cluster has changed. */
export const clusterIndex = (view: ClusterView, options: KubernetesOptions, serial: number): ClusterIndex => {
  const picked = ({ metadata }: KubeObject): boolean => options.labels?.(metadata.labels) ?? true
  const services = lazy(() => view.list<Service>('Service').filter(picked).map(dnsService))
  const imports = lazy(() => view.list<ServiceImport>('ServiceImport').filter(picked).map(dnsImport))
  const slices = lazy(() => (options.endpoints ? view.list<EndpointSlice>('EndpointSlice').filter(picked) : []))
  const endpoints = lazy(() => slices().map(slice => dnsEndpoints(slice)))
  const pods = lazy(() => view.list<Pod>('Pod').filter(picked).filter(isAlive))

  // A quoted text as it stands in the JSON of what holds it. An IPv6 address may be written in several ways.
  const slicesWith = (text: string): readonly DnsEndpoints[] =>
    options.endpoints
      ? (view.mentioning?.<EndpointSlice>('EndpointSlice', text) ?? []).filter(picked).map(slice => dnsEndpoints(slice))
      : []
  const servicesWith = (text: string): readonly DnsService[] =>
    (view.mentioning?.<Service>('Service', text) ?? []).filter(picked).map(dnsService)
  const canSearch = (address: string): boolean => view.mentioning !== undefined && !address.includes(':')

  const endpointsOf = finder({
    all: endpoints,
    keys: ({ namespace, service }) => [keyOf(namespace, service)],
    canSearch: () => view.mentioning !== undefined,
    search: key => slicesWith(JSON.stringify(key.slice(key.indexOf('/') + 1))),
  })
  const importedEndpoints = finder({
    all: () => slices().map(slice => dnsEndpoints(slice, true)),
    keys: ({ namespace, service }) => [keyOf(namespace, service)],
  })
  const imported = finder({ all: imports, keys: ({ namespace, name }) => [keyOf(namespace, name)] })
  const servicesAt = finder({
    all: services,
    keys: ({ clusterIPs }) => clusterIPs,
    canSearch,
    search: address => servicesWith(JSON.stringify(address)),
  })
  const endpointsAt = finder({
    all: endpoints,
    keys: addressesOf,
    canSearch,
    search: address => slicesWith(JSON.stringify(address)),
  })

  return {
    serial,
    exposed: memo(namespace => isExposed(view, options, namespace)),
    services,
    service: memoPair((namespace, name) => {
      const found = view.get<Service>('Service', namespace, name)
      return found && picked(found) ? dnsService(found) : undefined
    }),
    endpoints: (namespace, name) => endpointsOf(keyOf(namespace, name)),
    imports,
    imported: (namespace, name) => imported(keyOf(namespace, name))[0],
    importedEndpoints: (namespace, name) => importedEndpoints(keyOf(namespace, name)),
    servicesAt,
    externalAt: finder({ all: services, keys: ({ externalIPs }) => externalIPs }),
    endpointsAt,
    podsAt: finder({ all: pods, keys: podAddresses }),
  }
}

const isExposed = (view: ClusterView, options: KubernetesOptions, namespace: string): boolean => {
  if (options.namespaces.length > 0 && !options.namespaces.includes(namespace)) return false
  const found = view.get('Namespace', undefined, namespace)
  return found !== undefined && (options.namespaceLabels?.(found.metadata.labels) ?? true)
}

const isAlive = ({ metadata, status }: Pod): boolean =>
  metadata.deletionTimestamp === undefined && !['Succeeded', 'Failed', 'Unknown'].includes(status?.phase ?? '')

const podAddresses = ({ status }: Pod): readonly string[] =>
  status?.podIP ? [canonicalAddress(status.podIP) ?? status.podIP] : []

const addressesOf = ({ endpoints }: DnsEndpoints): readonly string[] => [
  ...new Set(endpoints.map(({ address }) => address)),
]

const keyOf = (namespace: string, name: string): string => `${namespace}/${name}`

// Names that do not exist are asked for at will: what is kept of them is bounded.
const keep = 20_000

const memo = <T>(find: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>()
  return key => {
    const value = known.get(key)
    if (value !== undefined) return value
    const found = find(key)
    if (known.size < keep) known.set(key, found)
    return found
  }
}

const memoPair = <T>(find: (namespace: string, name: string) => T): ((namespace: string, name: string) => T) => {
  const known = new Map<string, T>()
  return (namespace, name) => {
    const key = keyOf(namespace, name)
    const value = known.get(key)
    if (value !== undefined) return value
    const found = find(namespace, name)
    if (found !== undefined && known.size < keep) known.set(key, found)
    return found
  }
}
