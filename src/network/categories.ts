import type { ProxyEndpoint } from './endpoint.ts'
import type { Candidate } from './packet.ts'
import { type ServicePort, usesClusterEndpoints, usesLocalEndpoints } from './service-port.ts'

/** A node as far as topology goes. */
export interface NodeTopology {
  readonly name: string
  readonly zone: string | undefined
}

/** Which endpoints a node uses for a Service's port under each policy. */
export interface Categories {
  readonly cluster: readonly ProxyEndpoint[]
  readonly local: readonly ProxyEndpoint[]
  /** Whether any endpoint of the whole cluster is of use. */
  readonly hasAny: boolean
  /** Every endpoint with the reason why it is not among those of the policy. */
  readonly clusterCandidates: readonly Candidate[]
  readonly localCandidates: readonly Candidate[]
}

type Verdict = (endpoint: ProxyEndpoint) => string | undefined

/** Ready endpoints, near ones where all have hints; terminating ones that still serve where none is ready. */
export const categoriesOf = (
  endpoints: readonly ProxyEndpoint[],
  servicePort: ServicePort,
  node: NodeTopology,
): Categories => {
  const near = nearness(endpoints, node)
  const clusterVerdict = withFallback(endpoints, endpoint => near(endpoint))
  const localVerdict = withFallback(endpoints, endpoint =>
    endpoint.node === node.name ? undefined : 'not on this node',
  )
  const usesCluster = usesClusterEndpoints(servicePort)
  const usesLocal = usesLocalEndpoints(servicePort)
  const cluster = usesCluster ? endpoints.filter(endpoint => clusterVerdict(endpoint) === undefined) : []
  const local = usesLocal ? endpoints.filter(endpoint => localVerdict(endpoint) === undefined) : []
  return {
    cluster,
    local,
    hasAny: endpoints.some(isReady) || endpoints.some(isLeaving),
    clusterCandidates: endpoints.map(endpoint => candidateOf(endpoint, clusterVerdict)),
    localCandidates: endpoints.map(endpoint => candidateOf(endpoint, localVerdict)),
  }
}

const isReady = ({ ready }: ProxyEndpoint): boolean => ready
const isLeaving = ({ serving, terminating }: ProxyEndpoint): boolean => serving && terminating

/** Among the endpoints of a place: the ready ones, or, if there are none, those that serve while they terminate. */
const withFallback = (endpoints: readonly ProxyEndpoint[], place: Verdict): Verdict => {
  const hasReady = endpoints.some(endpoint => isReady(endpoint) && place(endpoint) === undefined)
  return endpoint => {
    const elsewhere = place(endpoint)
    if (elsewhere) return elsewhere
    if (isReady(endpoint)) return undefined
    if (!isLeaving(endpoint)) return endpoint.terminating ? 'terminating and not serving' : 'not ready'
    return hasReady ? 'terminating' : undefined
  }
}

/** Hints count only where every ready endpoint has some and one of them is for this node or zone. */
const nearness = (endpoints: readonly ProxyEndpoint[], { name, zone }: NodeTopology): Verdict => {
  const ready = endpoints.filter(isReady)
  const isForNode = ({ nodeHints }: ProxyEndpoint): boolean => nodeHints.includes(name)
  const isForZone = ({ zoneHints }: ProxyEndpoint): boolean => zone !== undefined && zoneHints.includes(zone)
  if (ready.every(({ nodeHints }) => nodeHints.length > 0) && ready.some(isForNode)) {
    return endpoint => (isReady(endpoint) && !isForNode(endpoint) ? 'hinted for other nodes' : undefined)
  }
  if (ready.every(({ zoneHints }) => zoneHints.length > 0) && ready.some(isForZone)) {
    return endpoint => (isReady(endpoint) && !isForZone(endpoint) ? 'hinted for other zones' : undefined)
  }
  return () => undefined
}

const candidateOf = (endpoint: ProxyEndpoint, verdict: Verdict): Candidate => {
  const { address, port, node, pod } = endpoint
  return { address, port, node, pod, passedOver: verdict(endpoint) }
}
