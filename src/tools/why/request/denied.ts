import type { NetworkPolicy, Node, Pod } from '../../../api/generated/types.ts'
import { allowing, ownLabels } from '../allowing.ts'
import type { Finding, WhyContext } from '../check.ts'
import { applying } from '../commands.ts'
import { policySlips } from '../policy-slips.ts'
import type { Failed } from './failed.ts'

/** A NetworkPolicy that does not allow the connection. */
export const denied = ({ route, reason, context }: Failed): Finding | undefined => {
  const policy = route.steps.find(step => step.step === 'policy' && !step.allowed)
  if (policy?.step !== 'policy') return undefined
  const isIngress = policy.direction === 'ingress'
  // That nobody may come to a pod was told before, and is mended by letting somebody.
  if (isIngress && context.found.some(({ check }) => check === 'network-policy')) return undefined
  const [namespace = '', name = ''] = policy.pod.split('/')
  const pod = context.view.get<Pod>('Pod', namespace, name)
  const whom = pod ? `pod ${policy.pod}` : `all pods of namespace ${namespace}`
  const slip = slipIn(policy.policies, namespace, { direction: policy.direction, context })
  if (slip) {
    const evidence = [`it selects ${whom}`, ...slip.evidence]
    return { about: context.target.name, cause: `${reason}: ${slip.cause}`, evidence, mend: slip.mend }
  }
  return {
    about: context.target.name,
    cause: reason,
    evidence: [`it selects ${whom}, and no ${policy.direction} rule allows this connection`],
    mend: [applying(context, isIngress && pod ? lettingIn(pod, context) : lettingOut(namespace, pod, context))],
  }
}

/** A rule that was to allow it, but for a slip in a selector. */
const slipIn = (
  names: readonly string[],
  namespace: string,
  { direction, context }: { readonly direction: string; readonly context: WhyContext },
): Finding | undefined =>
  names
    .flatMap(name => context.view.get<NetworkPolicy>('NetworkPolicy', namespace, name) ?? [])
    .flatMap(policy => policySlips(policy, context))
    .find(slip => slip.direction === direction)

const lettingIn = (pod: Pod, context: WhyContext) => {
  const base = allowing(pod, [])
  const { podSelector } = base.spec
  return { ...base, spec: { podSelector, policyTypes: ['Ingress'], ingress: [{ from: [peerOf(context)] }] } }
}

/** Whoever asks, as a policy names it. */
const peerOf = ({ view, namespace, from }: WhyContext): object => {
  const [kind, name = ''] = from.split('/')
  if (kind === 'laptop') return { ipBlock: { cidr: '0.0.0.0/0' } }
  const node = kind === 'node' ? view.get<Node>('Node', undefined, name) : undefined
  const ip = node?.status?.addresses?.[0]?.address
  return ip ? { ipBlock: { cidr: `${ip}/32` } } : inNamespace(namespace)
}

const inNamespace = (name: string): object => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
})

/** Where the receiver is no pod of the cluster, anywhere. */
const lettingOut = (namespace: string, pod: Pod | undefined, { target }: WhyContext) => {
  const [receiver] = target.services
  const to = receiver ? { to: [inNamespace(receiver.metadata.namespace ?? '')] } : {}
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `allow-out${pod ? `-from-${pod.metadata.name}` : ''}`, namespace },
    spec: {
      podSelector: pod ? { matchLabels: ownLabels(pod.metadata.labels) } : {},
      policyTypes: ['Egress'],
      egress: [to],
    },
  }
}
