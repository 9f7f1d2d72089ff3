import type { Deployment, ReplicaSet } from '../../api/generated/types.ts'
import { type Action, create, tell, update } from '../controller.ts'
import { replicasOf } from './numbers.ts'
import { allOf, type Plan } from './plan.ts'

/** What it takes to make the sets what they are to be. `before` are the sets as they are. */
export const carryOut = (deployment: Deployment, before: readonly ReplicaSet[], plan: Plan): readonly Action[] => {
  const known = new Map(before.map(set => [set.metadata.name, set]))
  const inOrder = plan.current ? [plan.current, ...plan.old] : allOf(plan)
  return inOrder.flatMap(set => {
    const old = known.get(set.metadata.name)
    if (old === set) return []
    const scaled = scalingNote(old ? replicasOf(old) : 0, set)
    return [old ? update(set) : create(set), ...(scaled ? [tell(deployment, scaled)] : [])]
  })
}

const scalingNote = (from: number, { metadata, spec }: ReplicaSet) => {
  const to = spec.replicas ?? 0
  if (from === to) return undefined
  const message = `Scaled ${to > from ? 'up' : 'down'} replica set ${metadata.name} from ${from} to ${to}`
  return { type: 'Normal', reason: 'ScalingReplicaSet', message, from: 'deployment-controller' } as const
}
