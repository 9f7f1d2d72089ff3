import { hostPort, type ProxyEndpoint } from '../endpoint.ts'
import { usesClusterEndpoints, usesLocalEndpoints } from '../service-port.ts'
import { endpointHash, serviceHash } from './names.ts'
import type { Plan } from './plan.ts'

/** The rules of one Service's port as iptables-save prints them: chains declared, and rules. */
export interface Tables {
  readonly nat: { readonly chains: readonly string[]; readonly rules: readonly string[] }
  readonly filter: { readonly rules: readonly string[] }
}

export const iptablesRules = (plan: Plan): Tables => {
  const { servicePort, hasAny, local, cluster, reachable, isExternal, isGuarded } = plan
  const names = namesOf(plan)
  const usesLocal = local.length > 0 && usesLocalEndpoints(servicePort)
  const usesCluster = cluster.length > 0 && usesClusterEndpoints(servicePort)
  const chains = [
    ...(isExternal ? [names.external] : []),
    ...(hasAny && isGuarded ? [names.firewall] : []),
    ...(hasAny ? reachable.map(endpoint => sepOf(plan, endpoint)) : []),
    ...(usesCluster ? [names.cluster] : []),
    ...(usesLocal ? [names.local] : []),
  ]
  const rules = [
    ...(isExternal ? externalRules(plan) : []),
    ...(hasAny && isGuarded ? firewallRules(plan) : []),
    ...(isExternal ? nodePortRules(plan) : []),
    ...reachable.flatMap(endpoint => endpointRules(plan, endpoint)),
    ...entryRules(plan),
    ...(usesCluster ? policyRules(plan, names.cluster, cluster) : []),
    ...(usesLocal ? policyRules(plan, names.local, local) : []),
  ]
  return { nat: { chains, rules }, filter: { rules: filterRules(plan) } }
}

const namesOf = ({ servicePort }: Plan) => {
  const hash = serviceHash(servicePort)
  return {
    cluster: `KUBE-SVC-${hash}`,
    local: `KUBE-SVL-${hash}`,
    external: `KUBE-EXT-${hash}`,
    firewall: `KUBE-FW-${hash}`,
  }
}

const sepOf = ({ servicePort }: Plan, endpoint: ProxyEndpoint): string =>
  `KUBE-SEP-${endpointHash(servicePort, endpoint)}`

const comment = (text: string): string => `-m comment --comment "${text}"`
const whole = (address: string): string => `${address}/${address.includes(':') ? 128 : 32}`
const protocolOf = ({ servicePort }: Plan): string => servicePort.protocol.toLowerCase()

/** The match on an address and port: `-d 10.96.1.1/32 -p tcp -m comment --comment "…" -m tcp --dport 80`. */
const towards = (plan: Plan, address: string, text: string, port = plan.servicePort.port): string => {
  const protocol = protocolOf(plan)
  return `-d ${whole(address)} -p ${protocol} ${comment(text)} -m ${protocol} --dport ${port}`
}

const externalRules = (plan: Plan): string[] => {
  const { servicePort, node, hasExternal } = plan
  const { cluster, local, external } = namesOf(plan)
  const what = (text: string): string => comment(`${text} for ${servicePort.name} external destinations`)
  const isLocal = servicePort.externalLocal
  const rules = isLocal
    ? [
        `-s ${node.podRange} ${what('pod traffic')} -j ${cluster}`,
        `${what('masquerade LOCAL traffic')} -m addrtype --src-type LOCAL -j KUBE-MARK-MASQ`,
        `${what('route LOCAL traffic')} -m addrtype --src-type LOCAL -j ${cluster}`,
      ]
    : [`${what('masquerade traffic')} -j KUBE-MARK-MASQ`]
  return [...rules, ...(hasExternal ? [`-j ${isLocal ? local : cluster}`] : [])].map(rule => `-A ${external} ${rule}`)
}

const firewallRules = (plan: Plan): string[] => {
  const { servicePort, sources } = plan
  const { firewall, external } = namesOf(plan)
  const { name } = servicePort
  return [
    ...sources.map(
      source =>
        `-s ${source.includes('/') ? source : whole(source)} ${comment(`${name} loadbalancer IP`)} -j ${external}`,
    ),
    comment(`other traffic to ${name} will be dropped by KUBE-PROXY-FIREWALL`),
  ].map(rule => `-A ${firewall} ${rule}`)
}

const nodePortRules = (plan: Plan): string[] => {
  const { name, nodePort, family } = plan.servicePort
  if (nodePort === 0) return []
  const protocol = protocolOf(plan)
  const match = `-p ${protocol} ${comment(name)} -m ${protocol} --dport ${nodePort}`
  const { external } = namesOf(plan)
  return [
    ...(family === 4
      ? [`-d 127.0.0.0/8 ${match} -m nfacct --nfacct-name  localhost_nps_accepted_pkts -j ${external}`]
      : []),
    `${match} -j ${external}`,
  ].map(rule => `-A KUBE-NODEPORTS ${rule}`)
}

const endpointRules = (plan: Plan, endpoint: ProxyEndpoint): string[] => {
  const { servicePort } = plan
  const { address, port } = endpoint
  const chain = sepOf(plan, endpoint)
  const protocol = protocolOf(plan)
  const recent =
    servicePort.affinity === undefined ? '' : ` -m recent --set --name ${chain} --mask ${mask(plan)} --rsource`
  return [
    `-A ${chain} -s ${whole(address)} ${comment(servicePort.name)} -j KUBE-MARK-MASQ`,
    `-A ${chain} -p ${protocol} ${comment(servicePort.name)}${recent} -m ${protocol} -j DNAT --to-destination ${hostPort(address, port)}`,
  ]
}

const mask = ({ servicePort }: Plan): string =>
  servicePort.family === 4 ? '255.255.255.255' : 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'

/** The ways in: the chain of all Services. */
const entryRules = (plan: Plan): string[] => {
  const { servicePort, hasAny, hasInternal, isGuarded } = plan
  const { name, clusterIP, externalIPs, balancerIPs, internalLocal } = servicePort
  const { cluster, local, external, firewall } = namesOf(plan)
  const entry = (address: string, what: string, chain: string): string =>
    `-A KUBE-SERVICES ${towards(plan, address, `${name} ${what}`)} -j ${chain}`
  return [
    ...(hasInternal ? [entry(clusterIP, 'cluster IP', internalLocal ? local : cluster)] : []),
    ...(hasAny ? externalIPs.map(address => entry(address, 'external IP', external)) : []),
    ...(hasAny ? balancerIPs.map(address => entry(address, 'loadbalancer IP', isGuarded ? firewall : external)) : []),
  ]
}

const policyRules = (plan: Plan, chain: string, endpoints: readonly ProxyEndpoint[]): string[] => {
  const { servicePort, node, hasInternal } = plan
  const { name, clusterIP, affinity, internalLocal } = servicePort
  const names = namesOf(plan)
  const isInternal = hasInternal && chain === (internalLocal ? names.local : names.cluster)
  const to = ({ address, port }: ProxyEndpoint): string => comment(`${name} -> ${hostPort(address, port)}`)
  const recall = (endpoint: ProxyEndpoint): string => {
    const sep = sepOf(plan, endpoint)
    return `${to(endpoint)} -m recent --rcheck --seconds ${affinity} --reap --name ${sep} --mask ${mask(plan)} --rsource -j ${sep}`
  }
  const pick = (endpoint: ProxyEndpoint, index: number): string => {
    const left = endpoints.length - index
    const chance = left === 1 ? '' : ` -m statistic --mode random --probability ${probability(left)}`
    return `${to(endpoint)}${chance} -j ${sepOf(plan, endpoint)}`
  }
  return [
    ...(isInternal
      ? [`! -s ${node.podRange} ${towards(plan, clusterIP, `${name} cluster IP`)} -j KUBE-MARK-MASQ`]
      : []),
    ...(affinity === undefined ? [] : endpoints.map(recall)),
    ...endpoints.map(pick),
  ].map(rule => `-A ${chain} ${rule}`)
}

// The kernel keeps 31 bits of it, so 1/3 reads back as 0.33333333349.
const probability = (left: number): string =>
  (Math.round(Number((1 / left).toFixed(10)) * 2 ** 31) / 2 ** 31).toFixed(11)

const filterRules = (plan: Plan): string[] => {
  const { servicePort, hasAny, hasInternal, hasExternal, isGuarded } = plan
  const { name, clusterIP, externalIPs, balancerIPs, nodePort, family, healthCheckNodePort } = servicePort
  const protocol = protocolOf(plan)
  const why = `${name} has no ${hasAny ? 'local ' : ''}endpoints`
  const target = hasAny ? 'DROP' : `REJECT --reject-with ${family === 4 ? 'icmp' : 'icmp6'}-port-unreachable`
  const ends = (chain: string, address: string): string => `-A ${chain} ${towards(plan, address, why)} -j ${target}`
  const nodePortEnd = `-A KUBE-EXTERNAL-SERVICES -p ${protocol} ${comment(why)} -m addrtype --dst-type LOCAL -m ${protocol} --dport ${nodePort} -j ${target}`
  const { firewall } = namesOf(plan)
  return [
    ...(hasExternal ? [] : [...externalIPs, ...balancerIPs].map(address => ends('KUBE-EXTERNAL-SERVICES', address))),
    ...(hasExternal || nodePort === 0 ? [] : [nodePortEnd]),
    ...(healthCheckNodePort === 0
      ? []
      : [
          `-A KUBE-NODEPORTS -p tcp ${comment(`${name} health check node port`)} -m tcp --dport ${healthCheckNodePort} -j ACCEPT`,
        ]),
    ...(hasAny && isGuarded
      ? balancerIPs.map(
          address =>
            `-A KUBE-PROXY-FIREWALL ${towards(plan, address, `${name} traffic not accepted by ${firewall}`)} -j DROP`,
        )
      : []),
    ...(hasInternal ? [] : [ends('KUBE-SERVICES', clusterIP)]),
  ]
}
