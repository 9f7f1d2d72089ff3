import type { Pod } from '../../api/generated/types.ts'
import { resourceOf } from '../../api/lookup.ts'
import { controllerOf, type KubeObject } from '../../api/meta.ts'
import type { Cluster } from '../controller.ts'
import { sum } from '../deployment/numbers.ts'

/** How many pods the owners of some pods want together. */
export const expectedOf = (pods: readonly Pod[], cluster: Cluster): number => {
  const owners = new Map<string | undefined, KubeObject>()
  for (const pod of pods) {
    const owner = scaledOwner(pod, cluster)
    if (owner) owners.set(owner.metadata.uid, owner)
  }
  return sum([...owners.values()], owner => resourceOf(owner)?.scale?.replicas(owner) ?? 0)
}

/** The nearest to the top of an object's owners that has a number of replicas. */
const scaledOwner = (object: KubeObject, cluster: Cluster): KubeObject | undefined => {
  const reference = controllerOf(object)
  if (!reference || !resourceOf(reference)) return undefined
  const owner = cluster.get(reference.kind, object.metadata.namespace, reference.name)
  if (!owner || owner.metadata.uid !== reference.uid) return undefined
  return scaledOwner(owner, cluster) ?? (resourceOf(owner)?.scale ? owner : undefined)
}
