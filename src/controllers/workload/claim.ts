import type { LabelSelector } from '../../api/generated/types.ts'
import { matches } from '../../api/labels.ts'
import { controllerOf, controllerReference, isControlledBy, type KubeObject } from '../../api/meta.ts'
import { type Action, update } from '../controller.ts'

/** Objects that an owner manages, and what it takes to put the ownership right. */
export interface Claim<T extends KubeObject> {
  readonly owned: readonly T[]
  readonly actions: readonly Action[]
}

/** Takes over what the selector matches and nobody manages, and lets go what it does not match any more. */
export const claim = <T extends KubeObject>(
  owner: KubeObject,
  selector: LabelSelector,
  candidates: readonly T[],
): Claim<T> => {
  const isOwn = isControlledBy(owner)
  const owned: T[] = []
  const actions: Action[] = []
  for (const object of candidates) {
    if (isOwn(object)) {
      if (matches(selector, object.metadata.labels)) owned.push(object)
      else if (!isLeaving(object)) actions.push(update(released(object, owner)))
    } else if (!controllerOf(object) && isWanted(owner, selector, object)) {
      const adopted = withOwner(object, owner)
      owned.push(adopted)
      actions.push(update(adopted))
    }
  }
  return { owned, actions }
}

const isLeaving = ({ metadata }: KubeObject): boolean => metadata.deletionTimestamp !== undefined

const isWanted = (owner: KubeObject, selector: LabelSelector, object: KubeObject): boolean =>
  !isLeaving(owner) && !isLeaving(object) && matches(selector, object.metadata.labels)

const withOwner = <T extends KubeObject>(object: T, owner: KubeObject): T => ({
  ...object,
  metadata: {
    ...object.metadata,
    ownerReferences: [...(object.metadata.ownerReferences ?? []), controllerReference(owner)],
  },
})

const released = (object: KubeObject, owner: KubeObject): KubeObject => ({
  ...object,
  metadata: {
    ...object.metadata,
    ownerReferences: object.metadata.ownerReferences?.filter(({ uid }) => uid !== owner.metadata.uid),
  },
})
