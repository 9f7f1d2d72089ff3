import type { ObjectReference, Pod, Service } from '../../api/generated/types.ts'
import { isPodFinished } from '../../api/pod-status.ts'
import { ipVersion } from '../../util/ip.ts'
import { hasAddress } from './selected-pods.ts'

export type Family = 'IPv4' | 'IPv6'

/** Whether a pod can be an endpoint: it has an address, and has not ended. */
export const canServe = (pod: Pod): boolean => hasAddress(pod) && !isPodFinished(pod)

/** The first family that a Service is reached in. */
export const mainFamily = ({ spec }: Service): Family => {
  const [family] = spec.ipFamilies ?? []
  if (family) return family as Family
  return ipVersion(spec.clusterIP ?? '') === 6 ? 'IPv6' : 'IPv4'
}

/** A pod's addresses of one family. */
export const addressesOf = ({ status }: Pod, family: Family): readonly string[] => {
  const version = family === 'IPv4' ? 4 : 6
  const all = status?.podIPs?.map(({ ip }) => ip ?? '') ?? [status?.podIP ?? '']
  return all.filter(address => ipVersion(address) === version)
}

/** The name by which DNS knows a pod within a Service: only where the pod says that it belongs to it. */
export const hostnameOf = ({ metadata, spec }: Pod, service: Service): string | undefined =>
  spec.hostname && spec.subdomain === service.metadata.name && metadata.namespace === service.metadata.namespace
    ? spec.hostname
    : undefined

export const podReference = ({ metadata }: Pod): ObjectReference => ({
  kind: 'Pod',
  namespace: metadata.namespace,
  name: metadata.name,
  uid: metadata.uid,
})
