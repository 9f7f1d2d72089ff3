import type { NetworkPolicy, Pod } from '../../../api/generated/types.ts'
import { matches } from '../../../api/labels.ts'
import { allowing, ownLabels } from '../allowing.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { applying, labelText, listed, nameOf } from '../commands.ts'
import { openPorts } from '../open-ports.ts'
import { ownerOf } from '../owner.ts'

/** Pods that NetworkPolicies shut in: nobody may come to the port that they serve, or they may not ask the DNS. */
export const networkPolicy = defineCheck({
  name: 'network-policy',
  applies: ({ pods }) => pods.length > 0,
  find(context) {
    const seen = new Set<string>()
    return context.target.pods.flatMap(pod => {
      const key = ownerOf(context, pod)?.metadata.uid ?? pod.metadata.name
      if (seen.has(key) || pod.spec.hostNetwork) return []
      seen.add(key)
      return [...noIngress(pod, context), ...noDns(pod, context)]
    })
  },
})

const policiesOf = (pod: Pod, type: 'Ingress' | 'Egress', { view }: WhyContext): readonly NetworkPolicy[] =>
  view
    .list<NetworkPolicy>('NetworkPolicy', pod.metadata.namespace)
    .filter(
      ({ spec }) =>
        matches(spec.podSelector ?? {}, pod.metadata.labels) &&
        (spec.policyTypes ?? (type === 'Ingress' || spec.egress ? [type] : [])).includes(type),
    )

/** No rule lets anybody come to a port that is open. Who is let in by some rule is the author's choice. */
const noIngress = (pod: Pod, context: WhyContext): readonly Finding[] => {
  const policies = policiesOf(pod, 'Ingress', context)
  const open = openPorts(context, pod)
  const ports = open === 'all' ? [80] : open
  const isServed = ports.some(port => policies.some(policy => admits(policy, pod, port)))
  if (policies.length === 0 || ports.length === 0 || isServed) return []
  const names = policies.map(({ metadata }) => metadata.name)
  return [
    {
      about: nameOf(context, pod),
      cause: `NetworkPolicy ${listed(names)} lets nobody come to it`,
      evidence: [
        `it selects the pod (${labelText(pod.metadata.labels)})`,
        `no ingress rule allows port ${ports.join(' or ')}`,
      ],
      mend: [applying(context, allowing(pod, ports))],
    },
  ]
}

const admits = ({ spec }: NetworkPolicy, { spec: { containers } }: Pod, wanted: number): boolean =>
  (spec.ingress ?? []).some(
    ({ ports }) =>
      !ports?.length ||
      ports.some(({ port, endPort }) => {
        if (port === undefined) return true
        if (typeof port === 'number') return wanted >= port && wanted <= (endPort ?? port)
        return containers.some(container =>
          container.ports?.some(({ name, containerPort }) => name === port && containerPort === wanted),
        )
      }),
  )

/** Egress rules that were made with care, but without the port 53. A pod that may send nothing at all is meant so. */
const noDns = (pod: Pod, context: WhyContext): readonly Finding[] => {
  const policies = policiesOf(pod, 'Egress', context)
  const rules = policies.flatMap(({ spec }) => spec.egress ?? [])
  const allows = rules.some(
    ({ ports }) =>
      !ports?.length ||
      ports.some(
        ({ port, endPort, protocol = 'TCP' }) =>
          protocol === 'UDP' && (port === undefined || (Number(port) <= 53 && 53 <= Number(endPort ?? port))),
      ),
  )
  if (rules.length === 0 || allows) return []
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: `allow-dns-from-${pod.metadata.labels?.app ?? pod.metadata.name}`,
      namespace: pod.metadata.namespace,
    },
    spec: {
      podSelector: { matchLabels: ownLabels(pod.metadata.labels) },
      policyTypes: ['Egress'],
      egress: [
        {
          ports: [
            { protocol: 'UDP', port: 53 },
            { protocol: 'TCP', port: 53 },
          ],
        },
      ],
    },
  }
  return [
    {
      about: nameOf(context, pod),
      cause: `NetworkPolicy ${listed(policies.map(({ metadata }) => metadata.name))} lets it send, but not ask the DNS: no name resolves`,
      evidence: ['no egress rule allows port 53 over UDP'],
      mend: [applying(context, policy)],
    },
  ]
}
