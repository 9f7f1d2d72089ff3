import type { Service } from '../../generated/types.ts'

/** A Service without an address of its own: its name leads to the addresses of its pods. */
export const isHeadless = ({ spec }: Service): boolean => spec.clusterIPs?.length === 1 && spec.clusterIPs[0] === 'None'

export const isExternalName = ({ spec }: Service): boolean => spec.type === 'ExternalName'

export const isLoadBalancer = ({ spec }: Service): boolean => spec.type === 'LoadBalancer'

/** Whether the type opens a port on every node. */
export const usesNodePorts = ({ spec }: Service): boolean => spec.type === 'NodePort' || spec.type === 'LoadBalancer'

/** Whether clients from outside can reach it: only then it has an externalTrafficPolicy. */
export const isExternallyAccessible = ({ spec }: Service): boolean =>
  spec.type === 'NodePort' ||
  spec.type === 'LoadBalancer' ||
  (spec.type === 'ClusterIP' && (spec.externalIPs ?? []).length > 0)

/** Whether a load balancer has to ask the nodes which of them has an endpoint. */
export const needsHealthCheck = ({ spec }: Service): boolean =>
  spec.type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local'

export const isSelectorless = ({ spec }: Service): boolean => Object.keys(spec.selector ?? {}).length === 0

/** The node ports of its ports; not the one for health checks. */
export const nodePortsOf = ({ spec }: Service): readonly number[] =>
  (spec.ports ?? []).flatMap(({ nodePort }) => nodePort || [])
