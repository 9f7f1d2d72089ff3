import type {
  Node,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  Pod,
  PreferredSchedulingTerm,
} from '../../api/generated/types.ts'
import { holds, labelOf } from '../../api/labels.ts'

/** Whether a node is one that a pod's nodeSelector and required affinity name. */
export const matchesNode = ({ spec }: Pick<Pod, 'spec'>, node: Node): boolean => {
  if (!spec.nodeSelector && !spec.affinity) return true
  const labels = node.metadata.labels ?? {}
  const selects = Object.entries(spec.nodeSelector ?? {}).every(([key, value]) => labelOf(labels, key) === value)
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
  return selects && (terms === undefined || terms.some(term => matchesTerm(term, node)))
}

/** The sum of the weights of a pod's preferred affinities that a node has. */
export const preference = ({ spec }: Pod, node: Node): number =>
  (spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? noTerms)
    .filter(term => matchesTerm(term.preference, node))
    .reduce((total, { weight }) => total + weight, 0)

const noTerms: readonly PreferredSchedulingTerm[] = []

// A term that asks for nothing matches nothing.
const matchesTerm = ({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm, node: Node): boolean =>
  matchExpressions.length + matchFields.length > 0 &&
  matchExpressions.every(requirement => meets(requirement, labelOf(node.metadata.labels ?? {}, requirement.key))) &&
  matchFields.every(requirement =>
    meets(requirement, requirement.key === 'metadata.name' ? node.metadata.name : undefined),
  )

const meets = (requirement: NodeSelectorRequirement, value: string | undefined): boolean => {
  const { operator, values = [] } = requirement
  if (operator === 'Gt') return value !== undefined && Number(value) > Number(values[0])
  if (operator === 'Lt') return value !== undefined && Number(value) < Number(values[0])
  return holds(requirement, value)
}
