import type { Pod } from '../../../api/generated/types.ts'
import { ownLabels } from '../allowing.ts'
import type { Finding, WhyContext } from '../check.ts'
import { applying, listed } from '../commands.ts'

/** A NetworkPolicy that lets no question out to the name servers, or none in to CoreDNS. */
export const stoppedQuestion = async (host: string, context: WhyContext): Promise<Finding | undefined> => {
  const { world, view } = context
  for (const address of world.resolvConf.nameservers) {
    const { route } = await world.connect({ address, port: 53, protocol: 'UDP' })
    const stop = route.steps.find(step => step.step === 'policy' && !step.allowed)
    if (stop?.step !== 'policy') continue
    const [namespace = '', name = ''] = stop.pod.split('/')
    const pod = view.get<Pod>('Pod', namespace, name)
    const isOut = stop.direction === 'egress'
    const policies = `NetworkPolicy ${listed(stop.policies)}`
    return {
      about: host,
      cause: isOut
        ? `${policies} does not let ${pod ? `pod/${name}` : `pods of namespace ${namespace}`} ask the DNS: no name resolves`
        : `${policies} of namespace ${namespace} does not let this question in to CoreDNS`,
      evidence: [`no ${stop.direction} rule allows port 53 over UDP`],
      mend: [applying(context, isOut ? askingAllowed(namespace, pod) : answeringAllowed(namespace, pod))],
    }
  }
  return undefined
}

const ports = [
  { protocol: 'UDP', port: 53 },
  { protocol: 'TCP', port: 53 },
]

/** Lets a pod, or all pods of a namespace, ask any name server. */
export const askingAllowed = (namespace: string, pod: Pod | undefined) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: `allow-dns${pod ? `-from-${pod.metadata.labels?.app ?? pod.metadata.name}` : ''}`, namespace },
  spec: {
    podSelector: pod ? { matchLabels: ownLabels(pod.metadata.labels) } : {},
    policyTypes: ['Egress'],
    egress: [{ ports }],
  },
})

const answeringAllowed = (namespace: string, pod: Pod | undefined) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'allow-dns', namespace },
  spec: {
    podSelector: pod ? { matchLabels: ownLabels(pod.metadata.labels) } : {},
    policyTypes: ['Ingress'],
    ingress: [{ ports }],
  },
})
