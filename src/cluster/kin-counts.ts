import type { Pod } from '../api/generated/types.ts'
import { folderOf, resourceOfKind } from '../api/lookup.ts'
import { controllerOf, type KubeObject } from '../api/meta.ts'
import type { IndexedView } from '../api/view.ts'
import type { Store } from '../store/store.ts'

type Counts = Map<string, number>

/**
 * How many pods of one controller (its uid) are on each node. They are counted when that is asked first, and then along
 * with what is written: to count them anew for each pod of thousands would take its square.
 */
export const createKinCounts = (
  store: Store<KubeObject>,
  by: IndexedView['by'],
): ((controller: string) => ReadonlyMap<string, number>) => {
  const pods = folderOf(resourceOfKind('Pod'))
  const known = new Map<string, Counts>()

  store.subscribe(({ type, key, value, old }) => {
    if (known.size === 0 || !key.startsWith(pods)) return
    if (old) count(known, old as Pod, -1)
    count(known, value as Pod, type === 'DELETED' ? -1 : 1)
  })

  return controller => {
    const counts: Counts = known.get(controller) ?? new Map<string, number>()
    if (known.has(controller)) return counts
    known.set(controller, counts)
    for (const pod of by<Pod>('Pod', 'controller', controller)) count(known, pod, 1)
    return counts
  }
}

const count = (known: ReadonlyMap<string, Counts>, pod: Pod, sign: 1 | -1): void => {
  const counts = known.get(controllerOf(pod)?.uid ?? '')
  const node = pod.spec.nodeName
  if (counts && node) counts.set(node, (counts.get(node) ?? 0) + sign)
}
