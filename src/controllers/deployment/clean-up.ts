import type { Deployment, ReplicaSet } from '../../api/generated/types.ts'
import { type Action, remove } from '../controller.ts'
import { revisionOf } from './annotations.ts'

/** Removes the oldest revisions that are more than a Deployment keeps. */
export const cleanUp = ({ spec }: Deployment, old: readonly ReplicaSet[]): readonly Action[] => {
  const alive = old.filter(({ metadata }) => !metadata.deletionTimestamp)
  const surplus = alive.length - (spec?.revisionHistoryLimit ?? 10)
  if (surplus <= 0) return []
  return alive
    .toSorted((left, right) => revisionOf(left) - revisionOf(right))
    .slice(0, surplus)
    .filter(isIdle)
    .map(remove)
}

const isIdle = ({ spec, status, metadata }: ReplicaSet): boolean =>
  (status?.replicas ?? 0) === 0 &&
  spec.replicas === 0 &&
  (metadata.generation ?? 0) <= (status?.observedGeneration ?? 0)
