import type { OwnerReference } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { ClusterView } from '../../api/view.ts'
import { type Action, update } from '../controller.ts'
import { isKnownKind, isOrphaning, ownerOf, waitsForDependents } from './references.ts'

/** What becomes of an object because of its owners: it goes with the last of them. */
export const asDependent = (
  object: KubeObject,
  cluster: ClusterView,
  hasDependents: () => boolean,
): readonly Action[] => {
  const { ownerReferences = [], deletionTimestamp } = object.metadata
  if (ownerReferences.length === 0 || deletionTimestamp) return []
  const states = ownerReferences.map(reference => ({ reference, state: stateOf(object, reference, cluster) }))
  const gone = states.filter(({ state }) => state === 'gone')
  const waiting = states.filter(({ state }) => state === 'waiting')
  if (gone.length + waiting.length === 0) return []
  if (states.some(({ state }) => state === 'there')) {
    return [
      withoutReferences(
        object,
        [...gone, ...waiting].map(({ reference }) => reference),
      ),
    ]
  }
  const blocks = waiting.some(({ reference }) => reference.blockOwnerDeletion)
  const propagation = blocks && hasDependents() ? 'Foreground' : 'Background'
  return [{ do: 'delete', object, propagationPolicy: propagation }]
}

/** Takes references to owners off an object. */
export const withoutReferences = (object: KubeObject, references: readonly OwnerReference[]): Action => {
  const { ownerReferences = [], ...metadata } = object.metadata
  const kept = ownerReferences.filter(reference => !references.includes(reference))
  return update({ ...object, metadata: { ...metadata, ...(kept.length > 0 && { ownerReferences: kept }) } })
}

/**
 * An owner that lets its dependents go has no say any more, yet it does not take them along either: it is left alone.
 */
const stateOf = (object: KubeObject, reference: OwnerReference, cluster: ClusterView): 'there' | 'waiting' | 'gone' => {
  const owner = ownerOf(object, reference, cluster)
  if (!owner) return isKnownKind(reference) ? 'gone' : 'there'
  return waitsForDependents(owner) && !isOrphaning(owner) ? 'waiting' : 'there'
}
