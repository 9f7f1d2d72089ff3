import type { Deployment, ReplicaSet } from '../../api/generated/types.ts'
import { desiredOf, maxOf, scaledTo } from './annotations.ts'
import { isRolling, limitsOf, replicasOf, wantedBy } from './numbers.ts'
import { allOf, type Plan, type Step } from './plan.ts'

/** Whether somebody has scaled the Deployment since its sets were last sized. */
export const isScaled = (plan: Plan, deployment: Deployment): boolean =>
  allOf(plan).some(set => replicasOf(set) > 0 && (desiredOf(set) ?? replicasOf(deployment)) !== replicasOf(deployment))

/** Brings the sets to the Deployment's size: the one that has pods, or in the midst of an update all in proportion. */
export const resize: Step = (plan, deployment) => {
  const wanted = replicasOf(deployment)
  const active = allOf(plan).filter(set => replicasOf(set) > 0)
  const only = active.length === 0 ? (plan.current ?? plan.old.at(-1)) : active.length === 1 ? active[0] : undefined
  const change = (changeOf: (set: ReplicaSet) => ReplicaSet): Plan => ({
    current: plan.current && changeOf(plan.current),
    old: plan.old.map(changeOf),
  })
  if (only) return change(set => (set === only ? scaledTo(set, wanted, deployment) : set))
  if (plan.current && isSaturated(plan.current, deployment)) {
    const old = plan.old.map(set => (replicasOf(set) > 0 ? scaledTo(set, 0, deployment) : set))
    return { ...plan, old }
  }
  if (!isRolling(deployment)) return plan
  const sizes = proportions(active, deployment)
  return change(set => {
    const size = sizes.get(set)
    return size === undefined ? set : scaledTo(set, size, deployment)
  })
}

const isSaturated = (set: ReplicaSet, deployment: Deployment): boolean => {
  const wanted = replicasOf(deployment)
  return replicasOf(set) === wanted && desiredOf(set) === wanted && set.status?.availableReplicas === wanted
}

/** The sizes of several sets that share out what is to be added or taken; the largest gets the remainder. */
const proportions = (active: readonly ReplicaSet[], deployment: Deployment): Map<ReplicaSet, number> => {
  const wanted = replicasOf(deployment)
  const allowed = wanted > 0 ? wanted + limitsOf(deployment).maxSurge : 0
  const toAdd = allowed - wantedBy(active)
  const ordered = active.toSorted((left, right) => bySize(left, right) || (toAdd > 0 ? -1 : 1) * byAge(left, right))
  const sizes = new Map<ReplicaSet, number>()
  let added = 0
  for (const set of ordered) {
    const part = toAdd === 0 ? 0 : partOf(set, deployment, toAdd - added)
    sizes.set(set, replicasOf(set) + part)
    added += part
  }
  const [first] = ordered
  if (first) sizes.set(first, Math.max(0, (sizes.get(first) ?? 0) + toAdd - added))
  return sizes
}

const partOf = (set: ReplicaSet, deployment: Deployment, left: number): number => {
  if (left === 0) return 0
  const wanted = replicasOf(deployment)
  const size = replicasOf(set)
  const before = maxOf(set) ?? deployment.status?.replicas ?? size
  const fraction = wanted === 0 ? -size : Math.round((size * (wanted + limitsOf(deployment).maxSurge)) / before) - size
  return left > 0 ? Math.min(fraction, left) : Math.max(fraction, left)
}

const bySize = (left: ReplicaSet, right: ReplicaSet): number => replicasOf(right) - replicasOf(left)

const byAge = (left: ReplicaSet, right: ReplicaSet): number =>
  Date.parse(left.metadata.creationTimestamp ?? '') - Date.parse(right.metadata.creationTimestamp ?? '')
