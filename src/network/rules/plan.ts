import { contains, ipVersion } from '../../util/ip.ts'
import type { Categories } from '../categories.ts'
import type { ProxyEndpoint } from '../endpoint.ts'
import { isExternallyAccessible, type ServicePort } from '../service-port.ts'

/** The node that rules are for. */
export interface RuleNode {
  readonly name: string
  readonly address: string
  /** The range of all pods. */
  readonly podRange: string
}

/** What a node's rules for a Service's port are about, whatever they are written in. */
export interface Plan {
  readonly servicePort: ServicePort
  readonly node: RuleNode
  readonly cluster: readonly ProxyEndpoint[]
  readonly local: readonly ProxyEndpoint[]
  /** The endpoints of either policy, in order. */
  readonly reachable: readonly ProxyEndpoint[]
  readonly hasAny: boolean
  readonly hasInternal: boolean
  readonly hasExternal: boolean
  /** Whether external destinations have a chain of their own. */
  readonly isExternal: boolean
  readonly isGuarded: boolean
  /** The source ranges, and, where they take in this node, the balancer's addresses: the node may seem to be it. */
  readonly sources: readonly string[]
}

export const planOf = (
  servicePort: ServicePort,
  { cluster, local, hasAny }: Categories,
  { endpoints, node }: { readonly endpoints: readonly ProxyEndpoint[]; readonly node: RuleNode },
): Plan => {
  const { internalLocal, externalLocal, balancerIPs, sourceRanges } = servicePort
  const isGuarded = balancerIPs.length > 0 && sourceRanges.length > 0
  const ofFamily = ipVersion(node.address) === servicePort.family
  const takesNode = ofFamily && sourceRanges.some(range => contains(range, node.address))
  return {
    servicePort,
    node,
    cluster,
    local,
    reachable: endpoints.filter(endpoint => cluster.includes(endpoint) || local.includes(endpoint)),
    hasAny,
    hasInternal: hasAny && (!internalLocal || local.length > 0),
    hasExternal: hasAny && (!externalLocal || local.length > 0),
    isExternal: hasAny && isExternallyAccessible(servicePort),
    isGuarded,
    sources: takesNode ? [...sourceRanges, ...balancerIPs] : sourceRanges,
  }
}
