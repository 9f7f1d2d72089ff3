import type { Deployment, ReplicaSet } from '../../api/generated/types.ts'
import type { Cluster } from '../controller.ts'

/** The ReplicaSets of a Deployment as they are to be. */
export interface Plan {
  /** The one of the current template; undefined if there is none. */
  readonly current: ReplicaSet | undefined
  /** All others, oldest first. */
  readonly old: readonly ReplicaSet[]
}

/** Makes a plan of what is. A step that has nothing to do gives back the same objects. */
export type Step = (plan: Plan, deployment: Deployment, cluster: Cluster) => Plan

export const allOf = ({ current, old }: Plan): readonly ReplicaSet[] => (current ? [...old, current] : old)
