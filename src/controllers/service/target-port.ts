import type { Pod, ServicePort } from '../../api/generated/types.ts'
import { isSidecar } from '../../api/pod-status.ts'

/**
 * The port of a pod that a Service's port leads to; undefined if it goes by a name that the pod has for no such port.
 */
export const targetPortOf = (
  { spec }: Pod,
  { port, targetPort, protocol = 'TCP' }: ServicePort,
): number | undefined => {
  if (typeof targetPort === 'number') return targetPort || port
  if (!targetPort) return port
  const containers = [...spec.containers, ...(spec.initContainers ?? []).filter(isSidecar)]
  return containers
    .flatMap(({ ports = [] }) => ports)
    .find(named => named.name === targetPort && (named.protocol ?? 'TCP') === protocol)?.containerPort
}
