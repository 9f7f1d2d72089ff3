import type { LabelSelector } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { IndexedView } from '../../api/view.ts'

/**
 * The objects of a kind that an owner may have to do with: those that it manages, and those that its selector may
 * match.
 */
export const candidatesOf = <T extends KubeObject>(
  kind: string,
  owner: KubeObject,
  selector: LabelSelector,
  cluster: IndexedView,
): readonly T[] => {
  const { namespace, uid = '' } = owner.metadata
  const [label] = Object.entries(selector.matchLabels ?? {})
  if (!label) return cluster.list<T>(kind, namespace)
  const labelled = cluster.by<T>(kind, 'label', label.join('='))
  const owned = cluster.by<T>(kind, 'controller', uid)
  return [...new Set([...owned, ...labelled.filter(({ metadata }) => metadata.namespace === namespace)])]
}
