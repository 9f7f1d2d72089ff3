import { lazy } from '../../util/lazy.ts'

export interface FinderOptions<T> {
  all(): readonly T[]
  /** What an item is found by. */
  keys(item: T): readonly string[]
  /** Whether `search` can find what has this key; never, if unset. */
  canSearch?(key: string): boolean
  /** Some items among which are all with this key. */
  search?(key: string): readonly T[]
}

// A command asks for an address or two, a server for thousands.
const few = 4

/** Finds items by a key: the first few are searched for, if they can be; then a table of all is made. */
export const finder = <T>({ all, keys, canSearch, search }: FinderOptions<T>): ((key: string) => readonly T[]) => {
  const table = lazy(() => tableOf(all(), keys))
  let asked = 0
  return key => {
    asked += 1
    if (search && asked <= few && canSearch?.(key)) return search(key).filter(item => keys(item).includes(key))
    return table().get(key) ?? []
  }
}

const tableOf = <T>(items: readonly T[], keys: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> => {
  const table = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keys(item)) {
      const list = table.get(key)
      if (list) list.push(item)
      else table.set(key, [item])
    }
  }
  return table
}
