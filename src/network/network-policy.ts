import type { Namespace, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort, Pod } from '../api/generated/types.ts'
import { matches } from '../api/labels.ts'
import { contains, ipVersion } from '../util/ip.ts'
import type { NetworkIndex } from './network-index.ts'
import type { Protocol, Step } from './packet.ts'

/** A connection as the policies of one of its two pods see it. */
export interface Passage {
  readonly direction: 'ingress' | 'egress'
  /** The pod whose policies are asked. */
  readonly pod: Pod
  readonly peer: { readonly address: string; readonly pod?: Pod | undefined }
  /** The port at the receiver, and the receiver, if it is a pod: it gives ports their names. */
  readonly port: number
  readonly protocol: Protocol
  readonly receiver?: Pod | undefined
}

/** Whether NetworkPolicies let a connection pass; undefined where none selects the pod, so that everything may. */
export const passage = (index: NetworkIndex, asked: Passage): Extract<Step, { step: 'policy' }> | undefined => {
  const { pod, direction } = asked
  const { namespace = 'default', name, labels } = pod.metadata
  // A pod on its host's network is to policies the host.
  if (pod.spec.hostNetwork) return undefined
  const policies = index
    .policies(namespace)
    .filter(({ spec }) => isOfType(spec, direction) && matches(spec.podSelector ?? {}, labels))
  if (policies.length === 0) return undefined
  return {
    step: 'policy',
    direction,
    pod: `${namespace}/${name}`,
    allowed: policies.some(policy => allows(index, policy, asked)),
    policies: policies.map(({ metadata }) => metadata.name),
  }
}

const isOfType = ({ policyTypes, egress }: NetworkPolicy['spec'], direction: Passage['direction']): boolean =>
  direction === 'ingress'
    ? (policyTypes?.includes('Ingress') ?? true)
    : (policyTypes?.includes('Egress') ?? egress !== undefined)

const allows = (index: NetworkIndex, { metadata, spec }: NetworkPolicy, asked: Passage): boolean => {
  const rules =
    asked.direction === 'ingress'
      ? (spec.ingress ?? []).map(({ from, ports }) => ({ peers: from, ports }))
      : (spec.egress ?? []).map(({ to, ports }) => ({ peers: to, ports }))
  return rules.some(
    ({ peers, ports }) =>
      (!peers?.length || peers.some(peer => isPeer(index, peer, asked.peer, metadata.namespace))) &&
      (!ports?.length || ports.some(port => isPort(port, asked))),
  )
}

const isPeer = (
  { view }: NetworkIndex,
  { ipBlock, podSelector, namespaceSelector }: NetworkPolicyPeer,
  { address, pod }: Passage['peer'],
  namespace: string | undefined,
): boolean => {
  if (ipBlock) return isIn(ipBlock.cidr, address) && !ipBlock.except?.some(range => isIn(range, address))
  if (!pod || pod.spec.hostNetwork) return false
  if (podSelector && !matches(podSelector, pod.metadata.labels)) return false
  if (!namespaceSelector) return pod.metadata.namespace === namespace
  const home = view.get<Namespace>('Namespace', undefined, pod.metadata.namespace ?? 'default')
  return matches(namespaceSelector, home?.metadata.labels)
}

const isIn = (range: string, address: string): boolean =>
  ipVersion(range.split('/')[0] ?? '') === ipVersion(address) && contains(range, address)

const isPort = ({ port, endPort, protocol = 'TCP' }: NetworkPolicyPort, asked: Passage): boolean => {
  if (protocol !== asked.protocol) return false
  if (port === undefined) return true
  if (typeof port === 'number') return asked.port >= port && asked.port <= (endPort ?? port)
  return (asked.receiver?.spec.containers ?? []).some(({ ports }) =>
    ports?.some(
      named => named.name === port && named.containerPort === asked.port && (named.protocol ?? 'TCP') === protocol,
    ),
  )
}
