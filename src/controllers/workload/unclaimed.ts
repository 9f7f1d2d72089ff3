import type { LabelSelector } from '../../api/generated/types.ts'
import { matches } from '../../api/labels.ts'
import { controllerOf, type KubeObject } from '../../api/meta.ts'
import type { Related } from '../controller.ts'

/** Owners of a kind that have to look at an object which nobody manages, or which another one managed before. */
export const ownersOfUnclaimed =
  <T extends KubeObject>(kind: string, selectorOf: (owner: T) => LabelSelector): Related =>
  (object, cluster, old) => {
    const { namespace, labels } = object.metadata
    const before = old && controllerOf(old)
    const now = controllerOf(object)
    const left =
      before && before.kind === kind && before.uid !== now?.uid
        ? cluster.get<T>(kind, namespace, before.name)
        : undefined
    const wanting = now ? [] : cluster.list<T>(kind, namespace).filter(owner => matches(selectorOf(owner), labels))
    return left ? [left, ...wanting] : wanting
  }
