import { annotationLines, labelLines } from '../../describe/labels.ts'
import { indent } from '../../describe/lines.ts'
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../generated/types.ts'
import { formatLabelSelector } from '../../selector-parser.ts'

/** A description with words where others have tables; it has no events. */
export const describe = async ({ metadata, spec }: NetworkPolicy): Promise<readonly string[]> => [
  `Name:\t${metadata.name}`,
  `Namespace:\t${metadata.namespace}`,
  `Created on:\t${createdText(metadata.creationTimestamp)}`,
  ...labelLines('Labels', metadata.labels),
  ...annotationLines(metadata.annotations),
  'Spec:',
  ...indent([
    `PodSelector:     ${podsText(spec.podSelector)}`,
    ...directionLines(spec.policyTypes ?? [], {
      name: 'Ingress',
      peers: 'From',
      unrestricted: 'source',
      rules: (spec.ingress ?? []).map(({ ports = [], from = [] }) => ({ ports, peers: from })),
    }),
    ...directionLines(spec.policyTypes ?? [], {
      name: 'Egress',
      peers: 'To',
      unrestricted: 'destination',
      rules: (spec.egress ?? []).map(({ ports = [], to = [] }) => ({ ports, peers: to })),
    }),
    `Policy Types: ${(spec.policyTypes ?? []).join(', ')}`,
  ]),
]

interface Direction {
  readonly name: 'Ingress' | 'Egress'
  readonly peers: 'From' | 'To'
  readonly unrestricted: string
  readonly rules: readonly Rule[]
}

interface Rule {
  readonly ports: readonly NetworkPolicyPort[]
  readonly peers: readonly NetworkPolicyPeer[]
}

const createdText = (time = ''): string => `${time.slice(0, 10)} ${time.slice(11, 19)} +0000 UTC`

const podsText = (selector: NetworkPolicy['spec']['podSelector']): string => {
  const text = formatLabelSelector(selector)
  return text === '<none>' ? '<none> (Allowing the specific traffic to all pods in this namespace)' : text
}

const directionLines = (policyTypes: readonly string[], direction: Direction): readonly string[] => {
  const name = direction.name.toLowerCase()
  if (!policyTypes.includes(direction.name)) return [`Not affecting ${name} traffic`]
  const rules = direction.rules.flatMap((rule, index) => [
    ...(index > 0 ? ['----------'] : []),
    ...ruleLines(rule, direction),
  ])
  const none = `<none> (Selected pods are isolated for ${name} connectivity)`
  return [`Allowing ${name} traffic:`, ...indent(rules.length > 0 ? rules : [none])]
}

const ruleLines = ({ ports, peers }: Rule, direction: Direction): readonly string[] => [
  ...(ports.length > 0 ? ports.map(portLine) : ['To Port: <any> (traffic allowed to all ports)']),
  ...(peers.length > 0
    ? peers.flatMap(peer => [`${direction.peers}:`, ...indent(peerLines(peer))])
    : [`${direction.peers}: <any> (traffic not restricted by ${direction.unrestricted})`]),
]

const portLine = ({ port, endPort, protocol = 'TCP' }: NetworkPolicyPort): string =>
  endPort === undefined
    ? `To Port: ${port ?? '<nil>'}/${protocol}`
    : `To Port Range: ${port ?? '<nil>'}-${endPort}/${protocol}`

const peerLines = ({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer): readonly string[] => {
  const selectors = [
    ...(namespaceSelector ? [`NamespaceSelector: ${formatLabelSelector(namespaceSelector)}`] : []),
    ...(podSelector ? [`PodSelector: ${formatLabelSelector(podSelector)}`] : []),
  ]
  if (selectors.length > 0 || !ipBlock) return selectors
  return ['IPBlock:', ...indent([`CIDR: ${ipBlock.cidr}`, `Except: ${(ipBlock.except ?? []).join(', ')}`])]
}
