import type { Deployment, IntOrString, ReplicaSet } from '../../api/generated/types.ts'

export const replicasOf = ({
  spec,
}: {
  readonly spec?: { readonly replicas?: number | undefined } | undefined
}): number => spec?.replicas ?? 1

export const isRolling = ({ spec }: Deployment): boolean => spec?.strategy?.type !== 'Recreate'

/** How many pods a rolling update may have above, and how many of the wanted ones it may lack. */
export const limitsOf = (deployment: Deployment): { readonly maxSurge: number; readonly maxUnavailable: number } => {
  const replicas = replicasOf(deployment)
  if (!isRolling(deployment)) return { maxSurge: 0, maxUnavailable: 0 }
  const { maxSurge = '25%', maxUnavailable = '25%' } = deployment.spec?.strategy?.rollingUpdate ?? {}
  const surge = share(maxSurge, replicas, Math.ceil)
  const unavailable = share(maxUnavailable, replicas, Math.floor)
  // With neither an update could not move.
  const some = surge === 0 && unavailable === 0 ? 1 : unavailable
  return { maxSurge: surge, maxUnavailable: Math.min(some, replicas) }
}

/** A number, or a percentage of a total. */
const share = (value: IntOrString, total: number, round: (exact: number) => number): number => {
  const [, percent] = /^(\d+)%$/.exec(String(value)) ?? []
  return percent === undefined ? Number(value) : round((Number(percent) * total) / 100)
}

/** How many pods some sets want together. */
export const wantedBy = (sets: readonly ReplicaSet[]): number => sum(sets, replicasOf)

/** How many of their pods are available. */
export const availableOf = (sets: readonly ReplicaSet[]): number =>
  sum(sets, ({ status }) => status?.availableReplicas ?? 0)

export const sum = <T>(items: readonly T[], numberOf: (item: T) => number): number =>
  items.reduce((total, item) => total + numberOf(item), 0)
