import type { ProxyEndpoint } from '../endpoint.ts'
import { usesClusterEndpoints, usesLocalEndpoints } from '../service-port.ts'
import { endpointChainBase, serviceChainBase } from './names.ts'
import type { Plan } from './plan.ts'

/** What one Service's port adds to table kube-proxy: elements of the common sets and maps, and chains of its own. */
export interface Additions {
  /** By the name of the set or map. */
  readonly elements: Readonly<Record<string, readonly string[]>>
  readonly sets: readonly { readonly name: string; readonly lines: readonly string[] }[]
  readonly chains: readonly { readonly name: string; readonly lines: readonly string[] }[]
}

export const nftablesRules = (plan: Plan): Additions => {
  const { servicePort, cluster, local, reachable, hasAny, isExternal, isGuarded } = plan
  const names = namesOf(plan)
  const { affinity } = servicePort
  const usesCluster = cluster.length > 0 && usesClusterEndpoints(servicePort)
  const usesLocal = local.length > 0 && usesLocalEndpoints(servicePort)
  const pinning = affinity !== undefined && hasAny ? reachable : []
  return {
    elements: elementsOf(plan),
    sets: pinning.map(endpoint => ({
      name: affinitySet(plan, endpoint),
      lines: [
        `type ${ip(plan, 'v4_addr')}`,
        'size 65535',
        'flags dynamic,timeout',
        `timeout ${duration(affinity ?? 0)}`,
      ],
    })),
    chains: [
      ...pinning.map(endpoint => ({ name: endpointChain(plan, endpoint), lines: endpointLines(plan, endpoint) })),
      ...(usesCluster ? [{ name: names.cluster, lines: policyLines(plan, cluster) }] : []),
      ...(usesLocal ? [{ name: names.local, lines: policyLines(plan, local) }] : []),
      ...(isExternal ? [{ name: names.external, lines: externalLines(plan) }] : []),
      ...(isGuarded ? [{ name: names.firewall, lines: [`${ip(plan)} saddr != ${setOf(plan.sources)} drop`] }] : []),
    ],
  }
}

const namesOf = ({ servicePort }: Plan) => {
  const base = serviceChainBase(servicePort)
  return {
    cluster: `service-${base}`,
    local: `local-${base}`,
    external: `external-${base}`,
    firewall: `firewall-${base}`,
  }
}

const endpointChain = ({ servicePort }: Plan, endpoint: ProxyEndpoint): string =>
  `endpoint-${endpointChainBase(servicePort, endpoint)}`
const affinitySet = ({ servicePort }: Plan, endpoint: ProxyEndpoint): string =>
  `affinity-${endpointChainBase(servicePort, endpoint)}`

/** `ip` or `ip6`; the type of addresses is `ipv4_addr` or `ipv6_addr`. */
const ip = ({ servicePort }: Plan, rest = ''): string => {
  if (rest) return servicePort.family === 4 ? 'ipv4_addr' : 'ipv6_addr'
  return servicePort.family === 4 ? 'ip' : 'ip6'
}

const elementsOf = (plan: Plan): Additions['elements'] => {
  const { servicePort, node, reachable, hasAny, hasInternal, hasExternal, isGuarded } = plan
  const { name, clusterIP, externalIPs, balancerIPs, nodePort, port, internalLocal } = servicePort
  const protocol = servicePort.protocol.toLowerCase()
  const names = namesOf(plan)
  const verdict = hasAny ? 'drop' : 'goto reject-chain'
  const at = (address: string, chain: string): string => `${address} . ${protocol} . ${port} : goto ${chain}`
  const end = (key: string): string => `${key} comment "${name}" : ${verdict}`
  const outer = [...externalIPs, ...balancerIPs]
  const nodePortKey = `${protocol} . ${nodePort}`
  return {
    'hairpin-connections': hasAny
      ? reachable
          .filter(endpoint => endpoint.node === node.name)
          .map(endpoint => `${endpoint.address} . ${endpoint.address} . ${protocol} . ${endpoint.port}`)
      : [],
    'cluster-ips': [clusterIP],
    'no-endpoint-services': [...(hasInternal ? [] : [clusterIP]), ...(hasExternal ? [] : outer)].map(address =>
      end(`${address} . ${protocol} . ${port}`),
    ),
    'no-endpoint-nodeports': hasExternal || nodePort === 0 ? [] : [end(nodePortKey)],
    'firewall-ips': isGuarded ? balancerIPs.map(address => at(address, names.firewall)) : [],
    'service-ips': [
      ...(hasInternal ? [at(clusterIP, internalLocal ? names.local : names.cluster)] : []),
      ...(hasAny ? outer.map(address => at(address, names.external)) : []),
    ],
    'service-nodeports': hasAny && nodePort !== 0 ? [`${nodePortKey} : goto ${names.external}`] : [],
  }
}

const endpointLines = (plan: Plan, endpoint: ProxyEndpoint): string[] => {
  const { address, port } = endpoint
  const target = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
  return [
    `update @${affinitySet(plan, endpoint)} { ${ip(plan)} saddr }`,
    `meta l4proto ${plan.servicePort.protocol.toLowerCase()} dnat to ${target}`,
  ]
}

const policyLines = (plan: Plan, endpoints: readonly ProxyEndpoint[]): string[] => {
  const { affinity, protocol } = plan.servicePort
  const numbered = (text: (endpoint: ProxyEndpoint) => string): string =>
    `numgen random mod ${endpoints.length} ${affinity === undefined ? 'map' : 'vmap'} { ${endpoints.map((endpoint, index) => `${index} : ${text(endpoint)}`).join(', ')} }`
  if (affinity === undefined) {
    const target = numbered(({ address, port }) => `${address} . ${port}`)
    return [`meta l4proto ${protocol.toLowerCase()} dnat ${ip(plan)} to ${target}`]
  }
  const recall = (endpoint: ProxyEndpoint): string =>
    `${ip(plan)} saddr @${affinitySet(plan, endpoint)} goto ${endpointChain(plan, endpoint)}`
  return [...endpoints.map(recall), numbered(endpoint => `goto ${endpointChain(plan, endpoint)}`)]
}

const externalLines = (plan: Plan): string[] => {
  const { servicePort, node, hasExternal } = plan
  const names = namesOf(plan)
  const mark = 'meta mark set meta mark | 0x00004000'
  if (!servicePort.externalLocal) return [`${mark} comment "masquerade"`, `goto ${names.cluster}`]
  return [
    `${ip(plan)} saddr ${node.podRange} goto ${names.cluster} comment "short-circuit pod traffic"`,
    `fib saddr type local ${mark} comment "masquerade local traffic"`,
    `fib saddr type local goto ${names.cluster} comment "short-circuit local traffic"`,
    ...(hasExternal ? [`goto ${names.local}`] : []),
  ]
}

const setOf = (items: readonly string[]): string => (items.length === 1 ? (items[0] ?? '') : `{ ${items.join(', ')} }`)

/** Seconds as nft prints a time: `10m`, `1h30m`. */
export const duration = (seconds: number): string =>
  (
    [
      ['d', Math.floor(seconds / 86_400)],
      ['h', Math.floor(seconds / 3600) % 24],
      ['m', Math.floor(seconds / 60) % 60],
      ['s', seconds % 60],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => `${count}${unit}`)
    .join('')
