import type { Forwarding } from '../../forwarding.ts'
import type { Pod } from '../../generated/types.ts'

/** Any port of a pod can be forwarded; those that it declares have names. */
export const podForwarding: Forwarding<Pod> = {
  ports: ({ spec }) =>
    spec.containers
      .flatMap(({ ports = [] }) => ports)
      .map(({ name, containerPort, protocol = 'TCP' }) => ({ name, port: containerPort, protocol })),
  toPod: (_, port) => port,
}
