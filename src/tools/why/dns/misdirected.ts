import type { Service } from '../../../api/generated/types.ts'
import type { Finding, WhyContext } from '../check.ts'
import { patching } from '../commands.ts'
import { podsOf, servingPods } from '../pods.ts'
import { about } from './about.ts'
import { isKnownAt } from './is-known-at.ts'

/** A Service that leads past CoreDNS, which answers if its pod is asked. */
export const misdirected = async (service: Service, context: WhyContext): Promise<Finding | undefined> => {
  const [pod] = servingPods(podsOf(context.view, service))
  const answers = pod?.status?.podIP !== undefined && (await isKnownAt(pod.status.podIP, context))
  if (!answers) return undefined
  const port = service.spec.ports?.find(one => one.port === 53 && one.protocol === 'UDP')
  const ports = [
    { name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 },
    { name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 },
    ...(service.spec.ports ?? []).filter(one => one.port !== 53),
  ]
  return {
    about,
    cause: port
      ? `Service kube-dns leads questions to port ${port.targetPort}, where CoreDNS does not listen`
      : 'Service kube-dns has no port 53 for UDP, over which questions come',
    evidence: [`asked at port 53 of its pod, ${pod?.metadata.name}, CoreDNS answers`],
    mend: [patching(context, service, { spec: { ports } }, 'merge')],
  }
}
