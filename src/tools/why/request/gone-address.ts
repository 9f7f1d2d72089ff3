import type { Service } from '../../../api/generated/types.ts'
import { contains } from '../../../util/ip.ts'
import type { Finding } from '../check.ts'
import { curl, type Failed } from './failed.ts'

/** An address of the cluster's that nobody has: that of a pod or a Service which is gone, or was made anew. */
export const goneAddress = (failed: Failed): Finding | undefined => {
  const { address, context, reason } = failed
  const { serviceRange, podRange } = context.settings
  const kind = contains(serviceRange, address) ? 'Service' : podRange && contains(podRange, address) ? 'pod' : undefined
  if (!kind || !reason.startsWith('nobody has')) return undefined
  const [service] = servicesLike(failed, kind)
  return {
    about: context.target.name,
    cause: `no ${kind} has the address ${address}: a ${kind} that is made anew gets another one, its name stays`,
    evidence: [reason],
    mend: service ? [curl(failed, { host: service.metadata.name, port: service.spec.ports?.[0]?.port ?? 80 })] : [],
  }
}

/** The Services of the namespace that may be meant: those with the port, or that lead to it. */
const servicesLike = ({ context, port }: Failed, kind: 'Service' | 'pod'): readonly Service[] =>
  context.view.list<Service>('Service', context.namespace).filter(({ metadata, spec }) => {
    const ports = (spec.ports ?? []).map(one => (kind === 'Service' ? one.port : (one.targetPort ?? one.port)))
    return metadata.name !== 'kubernetes' && ports.includes(port)
  })
