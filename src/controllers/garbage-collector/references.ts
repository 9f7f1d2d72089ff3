import type { OwnerReference } from '../../api/generated/types.ts'
import { resourceOf } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { ClusterView, IndexedView } from '../../api/view.ts'

export const foreground = 'foregroundDeletion'
export const orphan = 'orphan'

/** Whether an object is deleted and waits for what belongs to it to go first. */
export const waitsForDependents = ({ metadata }: KubeObject): boolean =>
  metadata.deletionTimestamp !== undefined && (metadata.finalizers?.includes(foreground) ?? false)

export const isOrphaning = ({ metadata }: KubeObject): boolean =>
  metadata.deletionTimestamp !== undefined && (metadata.finalizers?.includes(orphan) ?? false)

/** The object that a reference means, if it is still there: of the same uid, in the same namespace or in none. */
export const ownerOf = (
  { metadata: { namespace } }: KubeObject,
  reference: OwnerReference,
  cluster: ClusterView,
): KubeObject | undefined => {
  const resource = resourceOf(reference)
  const owner = resource && cluster.get(resource.kind, resource.namespaced ? namespace : undefined, reference.name)
  return owner?.metadata.uid === reference.uid ? owner : undefined
}

/** Whether the API knows the kind that a reference names; of another nobody can say that it is gone. */
export const isKnownKind = (reference: OwnerReference): boolean => resourceOf(reference) !== undefined

/** The objects of a kind that refer to an owner. */
export const dependentsOf = (
  { metadata: { namespace, uid = '' } }: KubeObject,
  kind: string,
  cluster: IndexedView,
): readonly KubeObject[] => cluster.by(kind, 'owner', uid).filter(({ metadata }) => metadata.namespace === namespace)

export const referenceTo = (object: KubeObject, uid: string | undefined): OwnerReference | undefined =>
  object.metadata.ownerReferences?.find(reference => reference.uid === uid)
