import type { Node, Pod, PodAffinityTerm } from '../../api/generated/types.ts'
import { labelOf, matches } from '../../api/labels.ts'
import { isPodFinished } from '../../api/pod-status.ts'
import type { Cluster } from '../controller.ts'

/** Why other pods keep a pod off a node; undefined if they do not. */
export const podAffinityFault = (pod: Pod, node: Node, cluster: Cluster): string | undefined => {
  const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {}
  const wanted = podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  const shunned = podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  if (wanted.length === 0 && shunned.length === 0) return undefined
  const pods = cluster.list<Pod>('Pod').filter(other => other.spec.nodeName && !isPodFinished(other))
  if (!wanted.every(term => isMet(term, { pod, node, pods, cluster }))) return "node(s) didn't match pod affinity rules"
  if (shunned.some(term => isNear(term, { pod, node, pods, cluster })))
    return "node(s) didn't match pod anti-affinity rules"
  return undefined
}

interface Scene {
  readonly pod: Pod
  readonly node: Node
  readonly pods: readonly Pod[]
  readonly cluster: Cluster
}

// The first pod of a group that wants to be together finds nobody yet, and starts it.
const isMet = (term: PodAffinityTerm, scene: Scene): boolean =>
  isNear(term, scene) || (picks(term, scene.pod, scene.pod) && !scene.pods.some(other => picks(term, scene.pod, other)))

const isNear = (term: PodAffinityTerm, { pod, node, pods, cluster }: Scene): boolean => {
  const domain = labelOf(node.metadata.labels ?? {}, term.topologyKey)
  if (domain === undefined) return false
  return pods.some(other => picks(term, pod, other) && domainOf(other, term.topologyKey, cluster) === domain)
}

const picks = ({ labelSelector, namespaces, namespaceSelector }: PodAffinityTerm, pod: Pod, other: Pod): boolean => {
  const { namespace = '' } = other.metadata
  const isInScope = namespaceSelector
    ? true
    : namespaces?.length
      ? namespaces.includes(namespace)
      : namespace === pod.metadata.namespace
  return isInScope && matches(labelSelector, other.metadata.labels)
}

const domainOf = ({ spec }: Pod, key: string, cluster: Cluster): string | undefined =>
  labelOf(cluster.get<Node>('Node', undefined, spec.nodeName ?? '')?.metadata.labels ?? {}, key)
