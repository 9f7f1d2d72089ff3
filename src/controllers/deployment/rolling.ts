import type { Deployment, ReplicaSet } from '../../api/generated/types.ts'
import { scaledTo } from './annotations.ts'
import { newSet, roomFor } from './current-set.ts'
import { availableOf, limitsOf, replicasOf, wantedBy } from './numbers.ts'
import { allOf, type Plan, type Step } from './plan.ts'

/** One step of a rolling update: the current set grows, or else the old ones shrink, as far as the limits let them. */
export const roll: Step = (plan, deployment) => {
  const current = plan.current ?? newSet(deployment, plan.old)
  const whole: Plan = { ...plan, current }
  if (!plan.current) return whole
  const grown = resized(deployment, current, allOf(whole))
  return grown === current ? { current, old: shrunk(deployment, whole) } : { ...whole, current: grown }
}

const resized = (deployment: Deployment, current: ReplicaSet, all: readonly ReplicaSet[]): ReplicaSet => {
  const wanted = replicasOf(deployment)
  const now = replicasOf(current)
  if (now === wanted) return current
  const size = now > wanted ? wanted : roomFor(deployment, current, all)
  return size === now ? current : scaledTo(current, size, deployment)
}

/** The old sets without what may go: first what is not healthy anyway, then what the available pods allow. */
const shrunk = (deployment: Deployment, plan: Plan): readonly ReplicaSet[] => {
  const { current, old } = plan
  if (!current || wantedBy(old) === 0) return old
  const least = replicasOf(deployment) - limitsOf(deployment).maxUnavailable
  const starting = replicasOf(current) - (current.status?.availableReplicas ?? 0)
  const most = wantedBy(allOf(plan)) - least - starting
  if (most <= 0) return old
  const healthy = takeFrom(old, most, set => replicasOf(set) - (set.status?.availableReplicas ?? 0), deployment)
  return takeFrom(healthy, availableOf(allOf(plan)) - least, replicasOf, deployment)
}

/** Takes up to `most` pods from sets, oldest first; of each as many as `spare` says. */
const takeFrom = (
  sets: readonly ReplicaSet[],
  most: number,
  spare: (set: ReplicaSet) => number,
  deployment: Deployment,
): readonly ReplicaSet[] => {
  let left = most
  return sets.map(set => {
    const count = Math.min(left, Math.max(0, spare(set)), replicasOf(set))
    if (count <= 0) return set
    left -= count
    return scaledTo(set, replicasOf(set) - count, deployment)
  })
}
