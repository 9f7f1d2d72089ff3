import type { Node, Pod, PodStatus } from '../../api/generated/types.ts'
import type { Action } from '../controller.ts'

/** The address of a pod in its node's network: its own, or with hostNetwork the node's. */
export const hostAddress = (node: Node): PodStatus => {
  const address = node.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address
  return address ? { hostIP: address, hostIPs: [{ ip: address }] } : {}
}

export const ownAddress = (pod: Pod, { hostIP }: PodStatus): PodStatus =>
  pod.spec.hostNetwork && hostIP ? { podIP: hostIP, podIPs: [{ ip: hostIP }] } : {}

/** Asks for an address where a pod needs one and has none. */
export const takesAddress = (pod: Pod, { spec }: Node): Action | undefined =>
  pod.spec.hostNetwork || pod.status?.podIP || !spec?.podCIDR
    ? undefined
    : { do: 'takeAddress', pod, range: spec.podCIDR }
