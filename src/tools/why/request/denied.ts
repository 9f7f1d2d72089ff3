import type { Node } from '../../../api/generated/types.ts'
import { allowing, ownLabels } from '../allowing.ts'
import type { Finding, WhyContext } from '../check.ts'
import { applying } from '../commands.ts'
import type { Failed } from './failed.ts'

/** A NetworkPolicy that does not allow the connection. */
export const denied = ({ route, reason, context }: Failed): Finding | undefined => {
  const policy = route.steps.find(step => step.step === 'policy' && !step.allowed)
  if (policy?.step !== 'policy') return undefined
  const { pods, name } = context.target
  const [namespace = '', podName = ''] = policy.pod.split('/')
  const pod = pods.find(({ metadata }) => metadata.name === podName) ?? context.view.get('Pod', namespace, podName)
  if (!pod) return { about: name, cause: reason, evidence: [], mend: [] }
  const allow = policyFor(policy.direction, pod as (typeof pods)[number], context)
  return {
    about: name,
    cause: reason,
    evidence: [`it selects pod ${policy.pod}, and no rule of it allows this connection`],
    mend: [applying(context, allow)],
  }
}

type PodLike = WhyContext['target']['pods'][number]

const policyFor = (direction: 'ingress' | 'egress', pod: PodLike, { target, view, namespace, from }: WhyContext) => {
  const inside = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }
  const [kind, name = ''] = from.split('/')
  const node = kind === 'node' ? view.get<Node>('Node', undefined, name) : undefined
  const ip = node?.status?.addresses?.[0]?.address
  const peer = kind === 'laptop' ? { ipBlock: { cidr: '0.0.0.0/0' } } : ip ? { ipBlock: { cidr: `${ip}/32` } } : inside
  const base = allowing(pod, [])
  const { podSelector } = base.spec
  return direction === 'ingress'
    ? { ...base, spec: { podSelector, policyTypes: ['Ingress'], ingress: [{ from: [peer] }] } }
    : {
        ...base,
        metadata: { ...base.metadata, name: `allow-from-${pod.metadata.name}` },
        spec: {
          podSelector: { matchLabels: ownLabels(pod.metadata.labels) },
          policyTypes: ['Egress'],
          egress: [
            { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': target.namespace } } }] },
          ],
        },
      }
}
