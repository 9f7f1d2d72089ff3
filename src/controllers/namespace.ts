import type { Namespace } from '../api/generated/types.ts'
import { sameJson } from '../util/same-json.ts'
import { type Action, again, defineController, type Related, remove, setStatus } from './controller.ts'
import { conditionsOf } from './namespace/conditions.ts'
import { type Content, contentOf, namespacedKinds } from './namespace/content.ts'
import { namespaceOfDeparture } from './namespace/namespace-of-departure.ts'

// Several API servers may take a while to see that a namespace is going, so the real controller waits before it begins.
const delay = 5000

/** Empties a namespace that is to be deleted, its pods first, and lets it go once nothing is left. */
export const namespaceController = defineController<Namespace>({
  name: 'namespace',
  reconciles: 'Namespace',
  watches: Object.fromEntries(namespacedKinds().map(({ kind }): [string, Related] => [kind, namespaceOfDeparture])),

  reconcile(namespace, cluster) {
    const { name, deletionTimestamp } = namespace.metadata
    if (!deletionTimestamp || !namespace.spec?.finalizers?.includes('kubernetes')) return []
    const start = Date.parse(deletionTimestamp) + delay
    if (cluster.now < start) return [again(start)]
    const content = contentOf(name, cluster)
    const departures = removals(content)
    if (departures.length > 0) return departures
    const conditions = conditionsOf(namespace, content, cluster.now)
    const told = sameJson(conditions, namespace.status?.conditions)
    return [
      ...(told ? [] : [setStatus(namespace, { ...namespace.status, conditions })]),
      ...(content.length === 0 ? [{ do: 'finalize', object: namespace } as const] : []),
    ]
  },
})

/** As long as there are pods the rest stays, as they may need it to end in good order. */
const removals = (content: readonly Content[]): readonly Action[] => {
  const pods = content.filter(({ resource }) => resource.kind === 'Pod')
  return (pods.length > 0 ? pods : content)
    .flatMap(({ objects }) => objects)
    .filter(({ metadata }) => !metadata.deletionTimestamp)
    .map(remove)
}
