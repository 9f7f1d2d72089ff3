import type { Node, Pod, PodStatus } from '../../api/generated/types.ts'
import { ipVersion } from '../../util/ip.ts'

/** The addresses of a pod's node: one of each family, the first one first. */
export const hostAddress = (node: Node): PodStatus => {
  const all = (node.status?.addresses ?? []).flatMap(({ type, address }) => (type === 'InternalIP' ? [address] : []))
  const [hostIP, ...others] = all
  if (hostIP === undefined) return {}
  const second = others.find(address => ipVersion(address) !== ipVersion(hostIP))
  return { hostIP, hostIPs: [{ ip: hostIP }, ...(second ? [{ ip: second }] : [])] }
}

/** What a pod with hostNetwork has as its own addresses. */
export const ownAddress = (pod: Pod, { hostIP, hostIPs }: PodStatus): PodStatus =>
  pod.spec.hostNetwork && hostIP ? { podIP: hostIP, podIPs: hostIPs } : {}

/** The ranges that a pod takes an address of; none where it has its addresses, or needs none of its own. */
export const rangesFor = (pod: Pod, { spec }: Node): readonly string[] => {
  if (pod.spec.hostNetwork || pod.status?.podIP) return []
  return spec?.podCIDRs ?? (spec?.podCIDR ? [spec.podCIDR] : [])
}
