import type { Deployment, DeploymentCondition, DeploymentStatus } from '../../api/generated/types.ts'
import { counts } from '../workload/counts.ts'
import { availability } from './conditions.ts'
import { availableOf, sum, wantedBy } from './numbers.ts'
import { allOf, type Plan } from './plan.ts'

/** The numbers of a Deployment's status and whether enough of its pods are available. */
export const statusOf = (
  deployment: Deployment,
  plan: Plan,
  { conditions, time }: { conditions: readonly DeploymentCondition[]; time: string },
): DeploymentStatus => {
  const sets = allOf(plan)
  const available = availableOf(sets)
  return {
    observedGeneration: deployment.metadata.generation ?? 0,
    ...counts({
      replicas: sum(sets, ({ status }) => status?.replicas ?? 0),
      updatedReplicas: plan.current?.status?.replicas ?? 0,
      readyReplicas: sum(sets, ({ status }) => status?.readyReplicas ?? 0),
      availableReplicas: available,
      unavailableReplicas: Math.max(0, wantedBy(sets) - available),
    }),
    terminatingReplicas: sum(sets, ({ status }) => status?.terminatingReplicas ?? 0),
    conditions: availability(deployment, available, { conditions, time }),
    ...(deployment.status?.collisionCount ? { collisionCount: deployment.status.collisionCount } : {}),
  }
}
