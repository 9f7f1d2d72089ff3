import type { Node } from '../api/generated/types.ts'
import { contains } from '../util/ip.ts'
import type { Random } from '../util/random.ts'
import type { Categories } from './categories.ts'
import { hostPort, type ProxyEndpoint } from './endpoint.ts'
import { type NetworkIndex, nodeAddresses } from './network-index.ts'
import type { Pin, Step, Target } from './packet.ts'
import type { ServicePort } from './service-port.ts'
import type { VirtualAddress } from './virtual-addresses.ts'

/** A packet as the rules of a node see it. */
export interface Packet {
  readonly source: string
  /** A pod of the cluster's range, the node itself, or anything else. */
  readonly sender: 'pod' | 'local' | 'outside'
  readonly target: Target
}

export interface Chance {
  readonly random: Random
  /** Milliseconds. */
  readonly now: number
  /** Where a client was sent before. */
  pinned(key: string): Pin | undefined
}

/** What kube-proxy's rules on a node do with a packet: undefined if none of them matches. */
export type Translation =
  | { readonly verdict: 'REJECT' | 'DROP'; readonly reason: string; readonly steps: readonly Step[] }
  | {
      readonly verdict: 'DNAT'
      readonly endpoint: ProxyEndpoint
      /** Why the packet gets an address of the node's as its source; undefined if it keeps its own. */
      readonly masquerade: string | undefined
      readonly pin: Pin | undefined
      readonly steps: readonly Step[]
    }

export const translate = (
  index: NetworkIndex,
  { node, packet, chance }: { readonly node: Node; readonly packet: Packet; readonly chance: Chance },
): Translation | undefined => {
  const { target } = packet
  const found = index.virtual.at(target) ?? (isOwnAddress(node, target) ? index.virtual.atNodePort(target) : undefined)
  if (!found) return undefined
  const categories = index.categories(found, node)
  const plan = planOf(found, categories, packet)
  const rule: Step = {
    step: 'rule',
    node: node.metadata.name,
    via: found.via,
    matched: `${hostPort(target.address, target.port)}/${target.protocol}`,
    service: found.servicePort.name,
  }
  if ('verdict' in plan) {
    return { ...plan, steps: [rule, { step: 'filter', node: node.metadata.name, ...plan }] }
  }
  return chosen({ plan, rule, node, packet, chance, found, categories })
}

const isOwnAddress = (node: Node, { address }: Target): boolean =>
  nodeAddresses(node).includes(address) || address.startsWith('127.')

type Plan =
  | { readonly verdict: 'REJECT' | 'DROP'; readonly reason: string }
  | { readonly policy: 'Cluster' | 'Local'; readonly masquerade: string | undefined }

/** Which endpoints are meant, and whether the source stays: the same decisions as the chains of kube-proxy take. */
const planOf = ({ via, servicePort }: VirtualAddress, { local, hasAny }: Categories, packet: Packet): Plan => {
  const { name } = servicePort
  if (!hasAny) return { verdict: 'REJECT', reason: `${name} has no endpoints` }
  if (via === 'loadBalancerIP' && !isInRanges(servicePort, packet)) {
    return { verdict: 'DROP', reason: `${packet.source} is not in loadBalancerSourceRanges of ${name}` }
  }
  const plan = via === 'clusterIP' ? internalPlan(servicePort, packet) : externalPlan(servicePort, packet)
  return plan.policy === 'Local' && local.length === 0
    ? { verdict: 'DROP', reason: `${name} has no local endpoints` }
    : plan
}

const isInRanges = ({ sourceRanges }: ServicePort, { source, target }: Packet): boolean =>
  sourceRanges.length === 0 || source === target.address || sourceRanges.some(range => contains(range, source))

type Endpoints = Extract<Plan, { policy: string }>

const internalPlan = ({ internalLocal }: ServicePort, { sender }: Packet): Endpoints => ({
  policy: internalLocal ? 'Local' : 'Cluster',
  masquerade: sender === 'pod' ? undefined : 'it comes to a ClusterIP from outside the pod network',
})

/** Under Local, what comes from within goes anywhere, as if it had left and come back through the balancer. */
const externalPlan = ({ externalLocal }: ServicePort, { sender }: Packet): Endpoints => {
  if (!externalLocal) return { policy: 'Cluster', masquerade: 'externalTrafficPolicy is Cluster' }
  if (sender === 'pod') return { policy: 'Cluster', masquerade: undefined }
  if (sender === 'local') return { policy: 'Cluster', masquerade: 'it comes from the node itself' }
  return { policy: 'Local', masquerade: undefined }
}

interface Choosing {
  readonly plan: Endpoints
  readonly rule: Step
  readonly node: Node
  readonly packet: Packet
  readonly chance: Chance
  readonly found: VirtualAddress
  readonly categories: Categories
}

const chosen = ({ plan, rule, node, packet, chance, found, categories }: Choosing): Translation => {
  const { servicePort } = found
  const { policy } = plan
  const endpoints = policy === 'Local' ? categories.local : categories.cluster
  const candidates = policy === 'Local' ? categories.localCandidates : categories.clusterCandidates
  const key = `${node.metadata.name} ${servicePort.name} ${servicePort.protocol} ${packet.source}`
  const pinned =
    servicePort.affinity === undefined
      ? undefined
      : pinnedTo(chance.pinned(key), endpoints, servicePort.affinity, chance.now)
  const endpoint = pinned ?? (endpoints[chance.random.below(endpoints.length)] as ProxyEndpoint)
  const { address, port, node: on, pod } = endpoint
  return {
    verdict: 'DNAT',
    endpoint,
    masquerade: plan.masquerade ?? (address === packet.source ? 'it goes back to its own sender' : undefined),
    pin: servicePort.affinity === undefined ? undefined : { key, endpoint: hostPort(address, port), at: chance.now },
    steps: [
      rule,
      { step: 'choice', policy, candidates, chosen: { address, port, node: on, pod }, pinned: pinned !== undefined },
    ],
  }
}

/** The endpoint that a client had, if it came within so many seconds and the endpoint is still there. */
const pinnedTo = (
  pin: Pin | undefined,
  endpoints: readonly ProxyEndpoint[],
  seconds: number,
  now: number,
): ProxyEndpoint | undefined =>
  pin && now - pin.at <= seconds * 1000
    ? endpoints.find(({ address, port }) => hostPort(address, port) === pin.endpoint)
    : undefined
