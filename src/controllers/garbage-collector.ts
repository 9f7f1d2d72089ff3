import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { type Controller, defineController, type Related } from './controller.ts'
import { asDependent } from './garbage-collector/as-dependent.ts'
import { asOwner } from './garbage-collector/as-owner.ts'
import { collectedKinds, mayOwn } from './garbage-collector/plausible.ts'
import { dependentsOf, ownerOf, waitsForDependents } from './garbage-collector/references.ts'

/** Deletes what belongs to objects that are gone: a collector for each kind that lives in namespaces. */
export const garbageCollectors = (): readonly Controller[] => collectedKinds().map(collectorOf)

const collectorOf = ({ kind }: Resource): Controller => {
  const kinds = collectedKinds().map(resource => resource.kind)
  const dependentKinds = kinds.filter(other => mayOwn(kind, other))
  return defineController({
    name: `garbage-collector ${kind}`,
    reconciles: kind,
    watches: watchesOf(kind, kinds),
    reconcile: (object, cluster) => [
      ...asDependent(object, cluster, () =>
        dependentKinds.some(other => dependentsOf(object, other, cluster).length > 0),
      ),
      ...asOwner(object, cluster, dependentKinds),
    ],
  })
}

const watchesOf = (kind: string, kinds: readonly string[]): Readonly<Record<string, Related>> =>
  Object.fromEntries(
    kinds.flatMap((other): readonly [string, Related][] => {
      const owned = mayOwn(other, kind)
      const owning = mayOwn(kind, other)
      if (!owned && !owning) return []
      return [
        [
          other,
          (object, cluster, old, isGone) => {
            if (old && !(owned && waitsForDependents(object) && !waitsForDependents(old))) return []
            if (!old && !isGone) return []
            return [
              ...(owned ? dependentsOf(object, kind, cluster) : []),
              ...(owning && isGone ? waitingOwners(object, kind, cluster) : []),
            ]
          },
        ],
      ]
    }),
  )

/** The owners of a kind that waited for an object to go. */
const waitingOwners = (object: KubeObject, kind: string, cluster: Parameters<Related>[1]): readonly KubeObject[] =>
  (object.metadata.ownerReferences ?? []).flatMap(reference => {
    const owner = reference.kind === kind ? ownerOf(object, reference, cluster) : undefined
    return owner && waitsForDependents(owner) ? [owner] : []
  })
