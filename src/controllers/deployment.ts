import type { Deployment, ReplicaSet } from '../api/generated/types.ts'
import { controllerOf } from '../api/meta.ts'
import { toRfc3339 } from '../util/clock.ts'
import { type Action, again, type Cluster, defineController, type Related, setStatus, update } from './controller.ts'
import { annotated, revisionKey, revisionOf } from './deployment/annotations.ts'
import { carryOut } from './deployment/carry-out.ts'
import { cleanUp } from './deployment/clean-up.ts'
import { pausing, setChosen } from './deployment/conditions.ts'
import { planOf } from './deployment/current-set.ts'
import { isRolling } from './deployment/numbers.ts'
import type { Plan, Step } from './deployment/plan.ts'
import { deadlineOf, isComplete, withProgress } from './deployment/progress.ts'
import { recreate } from './deployment/recreate.ts'
import { isScaled, resize } from './deployment/resize.ts'
import { roll } from './deployment/rolling.ts'
import { statusOf } from './deployment/status.ts'
import { candidatesOf } from './workload/candidates.ts'
import { claim } from './workload/claim.ts'

/** Old pods of a Deployment that recreates them: their end lets the new ones start. */
const recreatingOwner: Related = (object, cluster) => {
  const { namespace } = object.metadata
  const set = controllerOf(object)
  const owned = set?.kind === 'ReplicaSet' ? cluster.get<ReplicaSet>('ReplicaSet', namespace, set.name) : undefined
  const owner = owned && controllerOf(owned)
  const deployment = owner && cluster.get<Deployment>('Deployment', namespace, owner.name)
  return deployment && !isRolling(deployment) ? [deployment] : []
}

/** Keeps a ReplicaSet of the Deployment's template at its size, and lets it take over from the ones before. */
export const deploymentController = defineController<Deployment>({
  name: 'deployment',
  reconciles: 'Deployment',
  owns: ['ReplicaSet'],
  watches: { Pod: recreatingOwner },

  reconcile(deployment, cluster) {
    const { deletionTimestamp } = deployment.metadata
    const { selector = {} } = deployment.spec ?? {}
    const claimed = claim(deployment, selector, candidatesOf<ReplicaSet>('ReplicaSet', deployment, selector, cluster))
    if (claimed.actions.length > 0) return claimed.actions
    const found = planOf(deployment, claimed.owned)
    const step = stepOf(deployment, found)
    const plan = deletionTimestamp ? found : step(found, deployment, cluster)
    if (isTaken(found, plan, cluster)) return [collided(deployment)]
    return [
      ...carryOut(deployment, claimed.owned, plan),
      ...revised(deployment, plan),
      ...concluded(deployment, { found, plan, isRollout: step !== resize }, cluster.now),
    ]
  },
})

const stepOf = (deployment: Deployment, found: Plan): Step => {
  if (deployment.spec?.paused || isScaled(found, deployment)) return resize
  return isRolling(deployment) ? roll : recreate
}

/** Whether the name of a set that is to be made belongs to another one already. */
const isTaken = (found: Plan, { current }: Plan, cluster: Cluster): boolean =>
  current !== undefined &&
  !found.current &&
  cluster.get('ReplicaSet', current.metadata.namespace, current.metadata.name) !== undefined

const collided = (deployment: Deployment): Action => {
  const { status } = deployment
  return setStatus(deployment, { ...status, collisionCount: (status?.collisionCount ?? 0) + 1 })
}

/** The Deployment says the revision of its current set. */
const revised = (deployment: Deployment, { current }: Plan): readonly Action[] => {
  if (!current) return []
  const marked = annotated(deployment, { [revisionKey]: String(revisionOf(current)) })
  return marked === deployment ? [] : [update(marked)]
}

/** The status, what is left over, and when to look again. */
const concluded = (
  deployment: Deployment,
  { found, plan, isRollout }: { found: Plan; plan: Plan; isRollout: boolean },
  now: number,
): readonly Action[] => {
  const time = toRfc3339(now)
  const name = plan.current?.metadata.name
  const paused = pausing(deployment, { conditions: deployment.status?.conditions ?? [], time })
  const chosen = name ? setChosen(deployment, name, !found.current, { conditions: paused, time }) : paused
  const counted = statusOf(deployment, plan, { conditions: chosen, time })
  const status = isRollout ? withProgress(deployment, counted, { name, now, time }) : counted
  const due = deadlineOf(deployment, status)
  const settled = isComplete(deployment, status) || deployment.spec?.paused
  return [
    ...(settled && !deployment.metadata.deletionTimestamp ? cleanUp(deployment, plan.old) : []),
    setStatus(deployment, status),
    ...(due === undefined ? [] : [again(due)]),
  ]
}
