import type { NetworkPolicy, NetworkPolicyPeer } from '../../generated/types.ts'
import { cidrWarnings } from '../../validation/spelling-warnings.ts'

export const warnings = ({ spec }: NetworkPolicy): readonly string[] => [
  ...(spec.ingress ?? []).flatMap(({ from = [] }, index) => peerWarnings(from, `spec.ingress[${index}].from`)),
  ...(spec.egress ?? []).flatMap(({ to = [] }, index) => peerWarnings(to, `spec.egress[${index}].to`)),
]

const peerWarnings = (peers: readonly NetworkPolicyPeer[], list: string): readonly string[] =>
  peers.flatMap(({ ipBlock }, index) => {
    if (!ipBlock) return []
    const field = `${list}[${index}].ipBlock`
    return [
      ...cidrWarnings(ipBlock.cidr, `${field}.cidr`),
      ...(ipBlock.except ?? []).flatMap((part, place) => cidrWarnings(part, `${field}.except[${place}]`)),
    ]
  })
