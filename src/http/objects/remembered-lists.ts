import type { ObjectList } from '../../api/client.ts'

/** Lists as clients have seen them, so that a later page or a watch begins where they are. */
export interface RememberedLists {
  remember(key: string, list: ObjectList): void
  /** The list of this revision; undefined if it is forgotten. */
  find(key: string, revision: string): ObjectList | undefined
}

// How many are kept, the newest ones: those of one kind and selection, and of how many of these.
const eachKeeps = 8
const keysKept = 64

export const createRememberedLists = (): RememberedLists => {
  const byKey = new Map<string, readonly ObjectList[]>()
  return {
    remember(key, list) {
      const others = (byKey.get(key) ?? []).filter(({ resourceVersion }) => resourceVersion !== list.resourceVersion)
      byKey.delete(key)
      byKey.set(key, [list, ...others].slice(0, eachKeeps))
      for (const oldest of byKey.keys()) if (byKey.size > keysKept) byKey.delete(oldest)
    },
    find: (key, revision) => byKey.get(key)?.find(({ resourceVersion }) => resourceVersion === revision),
  }
}
