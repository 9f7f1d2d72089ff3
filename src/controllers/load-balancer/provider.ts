import type { LoadBalancerIngress, Node, Service } from '../../api/generated/types.ts'
import type { LoadBalancerProvider } from '../../api/resource.ts'
import { addressAt, contains, sizeOf } from '../../util/ip.ts'
import type { Cluster } from '../controller.ts'

type Outcome = { readonly ingress: readonly LoadBalancerIngress[] } | { readonly problem: string }

/** What the cluster's provider gives a Service: addresses, a host name, or a reason why not. What it has it keeps. */
export const ingressFor = (service: Service, cluster: Cluster): Outcome => {
  const { loadBalancer: provider } = cluster.settings
  switch (provider.kind) {
    case 'none':
      return { ingress: [] }
    case 'pool':
      return fromPool(service, cluster, provider)
    case 'nodes':
      return { ingress: nodeAddresses(cluster).map(virtual) }
    case 'hostname':
      return { ingress: [{ hostname: provider.pattern.replace('*', madeUp(service)) }] }
  }
}

const virtual = (ip: string): LoadBalancerIngress => ({ ip, ipMode: 'VIP' })

const fromPool = (
  service: Service,
  cluster: Cluster,
  { range }: Extract<LoadBalancerProvider, { kind: 'pool' }>,
): Outcome => {
  const asked = service.spec.loadBalancerIP
  const current = service.status?.loadBalancer?.ingress ?? []
  if (current.length > 0 && (!asked || current.some(({ ip }) => ip === asked))) return { ingress: current }
  const taken = new Set(
    cluster
      .list<Service>('Service')
      .filter(({ metadata }) => metadata.uid !== service.metadata.uid)
      .flatMap(({ status }) => status?.loadBalancer?.ingress ?? [])
      .map(({ ip }) => ip),
  )
  if (asked && !contains(range, asked)) return { problem: `the address ${asked} is not in the pool ${range}` }
  if (asked) return taken.has(asked) ? { problem: `the address ${asked} is in use` } : { ingress: [virtual(asked)] }
  const free = nextFree(range, taken)
  return free ? { ingress: [virtual(free)] } : { problem: `no address of the pool ${range} is free` }
}

/** The first address that nobody has. Some routers take .0 and .255 for a network's own: they are not given. */
const nextFree = (range: string, taken: ReadonlySet<string | undefined>): string | undefined => {
  const size = Number(sizeOf(range))
  for (let index = 0; index < size; index++) {
    const address = addressAt(range, index)
    if (!taken.has(address) && !/\.(0|255)$/.test(address)) return address
  }
  return undefined
}

const nodeAddresses = (cluster: Cluster): readonly string[] =>
  cluster
    .list<Node>('Node')
    .flatMap(({ status }) => status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? [])
    .toSorted()

/** A name as clouds make one: of the Service's uid, so that it stays the same. */
const madeUp = ({ metadata: { uid = '' } }: Service): string => {
  const digits = uid.replaceAll('-', '')
  return `a${digits.slice(0, 31)}-${Number.parseInt(digits.slice(-8) || '0', 16)}`
}
