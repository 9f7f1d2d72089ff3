import type { ConfigMap } from '../api/generated/types.ts'
import { objectKey, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Header } from '../store/header.ts'
import type { Store } from '../store/store.ts'

/** What CoreDNS was configured by before, noted along with what is written. */
export interface FormerCorefiles {
  /** As the state file keeps it: the last one first. */
  readonly kept: Header['formerCorefiles']
}

// Enough to find one that worked among those that somebody tries out.
const most = 20

export const createFormerCorefiles = (
  store: Store<KubeObject>,
  kept: Header['formerCorefiles'],
  now: () => number,
): FormerCorefiles => {
  const key = objectKey(resourceOfKind('ConfigMap'), 'kube-system', 'coredns')
  let former = kept
  store.subscribe(({ type, key: changed, value, old }) => {
    if (changed !== key) return
    const [before, after] = type === 'DELETED' ? [corefileOf(value), undefined] : [corefileOf(old), corefileOf(value)]
    if (before === undefined || before === after) return
    former = [{ until: now(), text: before }, ...(former ?? [])].slice(0, most)
  })
  return {
    get kept() {
      return former
    },
  }
}

const corefileOf = (object: KubeObject | undefined): string | undefined =>
  (object as ConfigMap | undefined)?.data?.Corefile
