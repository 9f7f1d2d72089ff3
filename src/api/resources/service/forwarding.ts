import type { Forwarding } from '../../forwarding.ts'
import type { Pod, Service } from '../../generated/types.ts'

/** A Service's ports lead to their target ports, those of a headless one to themselves. */
export const serviceForwarding: Forwarding<Service> = {
  ports: ({ spec }) => (spec.ports ?? []).map(({ name, port, protocol = 'TCP' }) => ({ name, port, protocol })),
  toPod({ metadata, spec }, port, pod) {
    const found = spec.ports?.find(candidate => candidate.port === port)
    if (!found) throw new Error(`Service ${metadata.name} does not have a service port ${port}`)
    const { targetPort = 0 } = found
    if (spec.clusterIP === 'None' || targetPort === 0) return port
    return typeof targetPort === 'number' ? targetPort : containerPortNamed(pod, targetPort)
  },
}

const containerPortNamed = ({ metadata, spec }: Pod, name: string): number => {
  const found = spec.containers.flatMap(({ ports = [] }) => ports).find(port => port.name === name)
  if (!found) throw new Error(`Pod '${metadata.name}' does not have a named port '${name}'`)
  return found.containerPort
}
