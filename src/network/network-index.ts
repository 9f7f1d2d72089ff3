import type { EndpointSlice, NetworkPolicy, Node, Pod, Service } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { lazy } from '../util/lazy.ts'
import { type Categories, categoriesOf, type NodeTopology } from './categories.ts'
import { endpointsOf, type ProxyEndpoint } from './endpoint.ts'
import { type VirtualAddress, type VirtualAddresses, virtualAddresses } from './virtual-addresses.ts'

/** What a cluster's objects say about addresses, each part read when it is first asked for. */
export interface NetworkIndex {
  readonly view: ClusterView
  readonly nodes: readonly Node[]
  readonly virtual: VirtualAddresses
  nodeAt(address: string): Node | undefined
  nodeNamed(name: string | undefined): Node | undefined
  /** The pod that has this address for itself; one on its host's network has none. */
  podAt(address: string): Pod | undefined
  /** The pods of a node that use the node's own addresses: on its network, or by a port of it. */
  podsOnHost(node: string): readonly Pod[]
  policies(namespace: string): readonly NetworkPolicy[]
  endpoints(found: VirtualAddress): readonly ProxyEndpoint[]
  categories(found: VirtualAddress, node: Node): Categories
}

export const networkIndex = (view: ClusterView): NetworkIndex => {
  const nodes = lazy(() => view.list<Node>('Node'))
  const nodesByName = lazy(() => new Map(nodes().map(node => [node.metadata.name, node])))
  const nodesByAddress = lazy(() => byAddress(nodes(), nodeAddresses))
  const livePods = lazy(() => view.list<Pod>('Pod').filter(isAlive))
  const podsByAddress = lazy(() =>
    byAddress(
      livePods().filter(({ spec }) => !spec.hostNetwork),
      podAddresses,
    ),
  )
  const hostPods = lazy(() => livePods().filter(usesHost))
  const virtual = lazy(() => virtualAddresses(view.list<Service>('Service')))
  const slices = new Map<string, ReadonlyMap<string, readonly EndpointSlice[]>>()
  const policies = new Map<string, readonly NetworkPolicy[]>()
  const endpoints = new Map<object, readonly ProxyEndpoint[]>()
  const categories = new Map<object, Map<string, Categories>>()

  const index: NetworkIndex = {
    view,
    get nodes() {
      return nodes()
    },
    get virtual() {
      return virtual()
    },
    nodeAt: address => nodesByAddress().get(address),
    nodeNamed: name => (name === undefined ? undefined : nodesByName().get(name)),
    podAt: address => podsByAddress().get(address),
    podsOnHost: node => hostPods().filter(({ spec }) => spec.nodeName === node),
    policies: namespace => kept(policies, namespace, () => view.list<NetworkPolicy>('NetworkPolicy', namespace)),
    endpoints: ({ servicePort, service }) =>
      kept(endpoints, servicePort, () =>
        endpointsOf(
          kept(slices, servicePort.namespace, () => slicesByService(view, servicePort.namespace)).get(
            service.metadata.name,
          ) ?? [],
          servicePort,
        ),
      ),
    categories(found, node) {
      const { name } = node.metadata
      const perNode = kept(categories, found.servicePort, () => new Map<string, Categories>())
      return kept(perNode, name, () => categoriesOf(index.endpoints(found), found.servicePort, topologyOf(node)))
    },
  }
  return index
}

const slicesByService = (view: ClusterView, namespace: string): ReadonlyMap<string, readonly EndpointSlice[]> => {
  const groups = new Map<string, EndpointSlice[]>()
  for (const slice of view.list<EndpointSlice>('EndpointSlice', namespace)) {
    const service = slice.metadata.labels?.['kubernetes.io/service-name'] ?? ''
    kept(groups, service, () => []).push(slice)
  }
  return groups
}

export const topologyOf = ({ metadata }: Node): NodeTopology => ({
  name: metadata.name,
  zone: metadata.labels?.['topology.kubernetes.io/zone'],
})

export const nodeAddresses = ({ status }: Node): readonly string[] =>
  (status?.addresses ?? []).filter(({ type }) => type.endsWith('IP')).map(({ address }) => address)

export const podAddresses = ({ status }: Pod): readonly string[] =>
  status?.podIPs?.map(({ ip }) => ip) ?? (status?.podIP ? [status.podIP] : [])

const isAlive = ({ status }: Pod): boolean => status?.phase !== 'Succeeded' && status?.phase !== 'Failed'

const usesHost = ({ spec }: Pod): boolean =>
  spec.hostNetwork === true || spec.containers.some(({ ports }) => ports?.some(({ hostPort }) => hostPort))

const byAddress = <T>(items: readonly T[], addresses: (item: T) => readonly string[]): Map<string, T> =>
  new Map(items.flatMap(item => addresses(item).map(address => [address, item] as const)))

const kept = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = make()
  map.set(key, value)
  return value
}
