import type { Pod, Service, ServicePort } from '../../../api/generated/types.ts'
import { type Finding, serviceCheck, type WhyContext } from '../check.ts'
import { nameOf, patching } from '../commands.ts'
import { isOpen } from '../open-ports.ts'
import { podsOf, servingPods } from '../pods.ts'

/** Ports of a Service that are UDP or SCTP where its pods listen for TCP. */
export const protocol = serviceCheck('protocol', (service, context) => {
  const [pod] = servingPods(podsOf(context.view, service))
  if (!pod) return []
  return (service.spec.ports ?? [])
    .filter(port => isMistaken(port, pod, context))
    .map(port => mistaken(service, port, context))
})

const isMistaken = (
  { port, targetPort = port, protocol = 'TCP' }: ServicePort,
  pod: Pod,
  context: WhyContext,
): boolean =>
  protocol !== 'TCP' &&
  typeof targetPort === 'number' &&
  isOpen(context, pod, targetPort) &&
  !isOpen(context, pod, targetPort, protocol)

const mistaken = (
  service: Service,
  { port, targetPort = port, protocol }: ServicePort,
  context: WhyContext,
): Finding => {
  const others = (service.spec.ports ?? []).filter(one => one.port !== port || one.protocol !== protocol)
  const own = (service.spec.ports ?? []).filter(one => !others.includes(one))
  // Where the port is there for TCP, too, this one is too many.
  const hasTcp = others.some(one => one.port === port && one.protocol === 'TCP')
  const ports = hasTcp ? others : [...others, ...own.map(one => ({ ...one, protocol: 'TCP' }))]
  return {
    about: nameOf(context, service),
    cause: `its port ${port} is ${protocol}, but its pods listen on port ${targetPort} for TCP: nobody answers`,
    evidence: [`a Service takes only what is of its port's protocol, and TCP is not ${protocol}`],
    mend: [patching(context, service, { spec: { ports } }, 'merge')],
  }
}
