import type { Node, Pod, TopologySpreadConstraint } from '../../api/generated/types.ts'
import { labelOf, matches } from '../../api/labels.ts'
import { isPodActive } from '../../api/pod-status.ts'
import type { Cluster } from '../controller.ts'
import { matchesNode } from './node-affinity.ts'

/** Why a pod's spread constraints keep it off a node; undefined if they do not. */
export const spreadFault = (pod: Pod, node: Node, cluster: Cluster): string | undefined => {
  for (const constraint of pod.spec.topologySpreadConstraints ?? []) {
    if (constraint.whenUnsatisfiable !== 'DoNotSchedule') continue
    const domain = labelOf(node.metadata.labels ?? {}, constraint.topologyKey)
    if (domain === undefined) return "node(s) didn't match pod topology spread constraints (missing required label)"
    if (skewIn(domain, constraint, pod, cluster) > constraint.maxSkew)
      return "node(s) didn't match pod topology spread constraints"
  }
  return undefined
}

/** By how much a domain would be ahead of the emptiest one with the pod in it. */
const skewIn = (domain: string, constraint: TopologySpreadConstraint, pod: Pod, cluster: Cluster): number => {
  const { topologyKey, labelSelector } = constraint
  const counts = new Map<string, number>()
  const domains = new Map<string, string>()
  for (const node of cluster.list<Node>('Node')) {
    const name = labelOf(node.metadata.labels ?? {}, topologyKey)
    if (name === undefined || !matchesNode(pod, node)) continue
    domains.set(node.metadata.name, name)
    counts.set(name, 0)
  }
  for (const other of cluster.list<Pod>('Pod', pod.metadata.namespace)) {
    const name = domains.get(other.spec.nodeName ?? '')
    if (name !== undefined && isPodActive(other) && matches(labelSelector, other.metadata.labels)) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const own = matches(labelSelector, pod.metadata.labels) ? 1 : 0
  return (counts.get(domain) ?? 0) + own - Math.min(...counts.values())
}
