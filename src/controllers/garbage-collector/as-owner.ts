import type { KubeObject } from '../../api/meta.ts'
import { isDefined } from '../../util/range.ts'
import { type Action, type Cluster, update } from '../controller.ts'
import { withoutReferences } from './as-dependent.ts'
import { dependentsOf, foreground, isOrphaning, orphan, referenceTo, waitsForDependents } from './references.ts'

/**
 * What an owner that is deleted does about its dependents: lets them go, or waits until those that block it are gone.
 */
export const asOwner = (owner: KubeObject, cluster: Cluster, dependentKinds: readonly string[]): readonly Action[] => {
  if (isOrphaning(owner)) {
    return [...orphanAll(owner, cluster, dependentKinds), withoutFinalizer(owner, orphan)]
  }
  if (!waitsForDependents(owner)) return []
  const blocked = dependentKinds.some(kind =>
    dependentsOf(owner, kind, cluster).some(
      dependent => referenceTo(dependent, owner.metadata.uid)?.blockOwnerDeletion === true,
    ),
  )
  return blocked ? [] : [withoutFinalizer(owner, foreground)]
}

const orphanAll = (owner: KubeObject, cluster: Cluster, kinds: readonly string[]): readonly Action[] =>
  kinds
    .flatMap(kind => dependentsOf(owner, kind, cluster))
    .map(dependent => withoutReferences(dependent, [referenceTo(dependent, owner.metadata.uid)].filter(isDefined)))

const withoutFinalizer = (owner: KubeObject, finalizer: string): Action =>
  update({
    ...owner,
    metadata: { ...owner.metadata, finalizers: owner.metadata.finalizers?.filter(other => other !== finalizer) },
  })
