import type { Node, Pod, PodSpec } from '../../api/generated/types.ts'
import type { Cluster } from '../controller.ts'
import { allocatableOf } from './allocatable.ts'
import type { Load } from './load.ts'
import { matchesNode } from './node-affinity.ts'
import { podAffinityFault } from './pod-affinity.ts'
import { noRequests, requestsOf } from './requests.ts'
import { tolerates, toleratesAll, unschedulableTaint } from './taints.ts'
import { spreadFault } from './topology-spread.ts'

/** What speaks against a node, and whether fewer pods on it would help. */
export interface Fault {
  readonly reasons: readonly string[]
  readonly helpsToEvict: boolean
}

/** Why a pod cannot go to a node, as the first filter that refuses it says; undefined if it can. */
export const faultOf = (pod: Pod, node: Node, cluster: Cluster): Fault | undefined => {
  if (node.spec?.unschedulable && !tolerates(pod, unschedulableTaint)) return hopeless('node(s) were unschedulable')
  if (!toleratesAll(pod, node)) return hopeless('node(s) had untolerated taint(s)')
  if (!matchesNode(pod, node)) return hopeless("node(s) didn't match Pod's node affinity/selector")
  if (portsTaken(pod, node, cluster)) return crowded("node(s) didn't have free ports for the requested pod ports")
  const lacking = lackingOn(pod, node, cluster.loadOf(node.metadata.name))
  if (lacking.length > 0) return crowded(...lacking)
  const spread = spreadFault(pod, node, cluster)
  if (spread) return spread.endsWith(')') ? hopeless(spread) : crowded(spread)
  const affinity = podAffinityFault(pod, node, cluster)
  if (affinity) return affinity.includes('anti') ? crowded(affinity) : hopeless(affinity)
  return undefined
}

const hopeless = (reason: string): Fault => ({ reasons: [reason], helpsToEvict: false })
const crowded = (...reasons: readonly string[]): Fault => ({ reasons, helpsToEvict: true })

const nothing: readonly string[] = []

const lackingOn = ({ spec }: Pod, node: Node, load: Load): readonly string[] => {
  const most = allocatableOf(node)
  const wanted = requestsOf(spec)
  if (load.pods + 1 <= most.pods && wanted === noRequests) return nothing
  return [
    ...(load.pods + 1 > most.pods ? ['Too many pods'] : []),
    ...(wanted.cpu > 0 && load.cpu + wanted.cpu > most.cpu ? ['Insufficient cpu'] : []),
    ...(wanted.memory > 0 && load.memory + wanted.memory > most.memory ? ['Insufficient memory'] : []),
  ]
}

const portsTaken = (pod: Pod, node: Node, cluster: Cluster): boolean => {
  const wanted = hostPorts(pod.spec)
  if (wanted.length === 0) return false
  return cluster
    .by<Pod>('Pod', 'node', node.metadata.name)
    .some(other => hostPorts(other.spec).some(port => wanted.includes(port)))
}

const hostPorts = (spec: PodSpec): readonly string[] => {
  const known = memo.get(spec)
  if (known) return known
  const ports = spec.containers.flatMap(({ ports = [] }) =>
    ports.flatMap(({ hostPort, protocol = 'TCP' }) => (hostPort ? [`${hostPort}/${protocol}`] : [])),
  )
  memo.set(spec, ports)
  return ports
}

// Specs are not changed but replaced, and a pod is held against every node.
const memo = new WeakMap<PodSpec, readonly string[]>()
