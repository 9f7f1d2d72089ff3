import type { DiscoveryEndpointPort, Endpoint, Node, Pod, Service } from '../../api/generated/types.ts'
import { isPodReady } from '../../api/pod-status.ts'
import type { ClusterView } from '../../api/view.ts'
import { addressesOf, canServe, type Family, hostnameOf, podReference } from '../service/pod-endpoint.ts'
import { targetPortOf } from '../service/target-port.ts'
import { endpointKey, orderedPorts } from './slices.ts'

export const zoneLabel = 'topology.kubernetes.io/zone'

/** Endpoints that have the same ports, by their key. */
export interface PortGroup {
  readonly ports: readonly DiscoveryEndpointPort[]
  readonly endpoints: ReadonlyMap<string, Endpoint>
}

/**
 * The endpoints that a Service shall have in one family of addresses, grouped by their ports. Those on their way out
 * count.
 */
export const desiredGroups = (
  service: Service,
  pods: readonly Pod[],
  { family, cluster }: { family: Family; cluster: ClusterView },
): ReadonlyMap<string, PortGroup> => {
  const groups = new Map<string, { ports: readonly DiscoveryEndpointPort[]; endpoints: Map<string, Endpoint> }>()
  const portsOf = portFinder(service)
  for (const pod of pods) {
    if (!canServe(pod)) continue
    const { ports, key } = portsOf(pod)
    const group = groups.get(key) ?? { ports, endpoints: new Map<string, Endpoint>() }
    groups.set(key, group)
    const node = cluster.get<Node>('Node', undefined, pod.spec.nodeName ?? '')
    if (!node && !service.spec.publishNotReadyAddresses) continue
    const endpoint = endpointOf(pod, service, { family, node })
    if (endpoint.addresses.length > 0) group.endpoints.set(endpointKey(endpoint), endpoint)
  }
  return groups
}

/** Gives the ports of each pod; where no name has to be looked up they are the same for all. */
const portFinder = ({ spec }: Service): ((pod: Pod) => ReturnType<typeof orderedPorts>) => {
  const find = (pod: Pod) =>
    orderedPorts(
      (spec.ports ?? []).flatMap((servicePort): readonly DiscoveryEndpointPort[] => {
        const { name = '', protocol, appProtocol } = servicePort
        const port = targetPortOf(pod, servicePort)
        return port === undefined ? [] : [{ name, protocol, port, ...(appProtocol && { appProtocol }) }]
      }),
    )
  if ((spec.ports ?? []).some(({ targetPort }) => typeof targetPort === 'string')) return find
  let same: ReturnType<typeof find> | undefined
  return pod => {
    same ??= find(pod)
    return same
  }
}

const endpointOf = (
  pod: Pod,
  service: Service,
  { family, node }: { family: Family; node: Node | undefined },
): Endpoint => {
  const serving = isPodReady(pod)
  const terminating = pod.metadata.deletionTimestamp !== undefined
  const hostname = hostnameOf(pod, service)
  const zone = node?.metadata.labels?.[zoneLabel]
  const { nodeName } = pod.spec
  return {
    addresses: addressesOf(pod, family),
    conditions: {
      ready: service.spec.publishNotReadyAddresses === true || (serving && !terminating),
      serving,
      terminating,
    },
    ...(hostname && { hostname }),
    ...(nodeName && { nodeName }),
    targetRef: podReference(pod),
    ...(zone && { zone }),
  }
}
