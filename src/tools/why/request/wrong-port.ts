import type { Finding } from '../check.ts'
import { isOpen } from '../open-ports.ts'
import { servingPods } from '../pods.ts'
import { curl, type Failed, isAtNode } from './failed.ts'

/** A port that the Service, or the pod, has not. */
export const wrongPort = (failed: Failed): Finding | undefined => {
  const { context, port, reason } = failed
  const { services, pods, name } = context.target
  const [service] = services
  if (!service || isAtNode(failed)) return undefined
  const ports = (service.spec.ports ?? []).map(one => one.port)
  const [pod] = servingPods(pods)
  const isHeadless = service.spec.clusterIP === 'None'
  if (isHeadless && pod && !isOpen(context, pod, port)) {
    const target = (service.spec.ports ?? []).map(({ targetPort, port }) =>
      typeof targetPort === 'number' ? targetPort : port,
    )
    const right = target.find(one => isOpen(context, pod, one))
    return {
      about: name,
      cause: `Service ${service.metadata.name} is headless: the connection goes to the pod itself, and port ${port} is not translated`,
      evidence: [reason],
      mend: right === undefined ? [] : [curl(failed, { port: right })],
    }
  }
  if (ports.includes(port) || ports.length === 0 || isHeadless) return undefined
  const [right = 80] = ports
  const nodePort = service.spec.ports?.some(one => one.nodePort === port)
  return {
    about: name,
    cause: nodePort
      ? `${port} is the node port of Service ${service.metadata.name}: it is open on nodes, the Service itself has ${ports.join(', ')}`
      : `Service ${service.metadata.name} has no port ${port}`,
    evidence: [reason, `its ports are ${ports.join(', ')}`],
    mend: [curl(failed, { port: right })],
  }
}
