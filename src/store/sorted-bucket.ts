/** Values by key, kept in order of their keys. `values` is live: what it holds is valid until the next write. */
export interface SortedBucket<T> {
  readonly values: readonly T[]
  get(key: string): T | undefined
  set(key: string, value: T): void
  delete(key: string): void
}

export const sortedBucket = <T>(entries: readonly (readonly [string, T])[]): SortedBucket<T> => {
  const keys = entries.map(([key]) => key)
  const values = entries.map(([, value]) => value)
  const holds = (at: number, key: string): boolean => keys[at] === key
  return {
    values,
    get: key => {
      const at = indexOf(keys, key)
      return holds(at, key) ? values[at] : undefined
    },
    set(key, value) {
      const at = indexOf(keys, key)
      if (holds(at, key)) values[at] = value
      else {
        keys.splice(at, 0, key)
        values.splice(at, 0, value)
      }
    },
    delete(key) {
      const at = indexOf(keys, key)
      if (!holds(at, key)) return
      keys.splice(at, 1)
      values.splice(at, 1)
    },
  }
}

/** The place of the first key that is not before `key`. */
const indexOf = (keys: readonly string[], key: string): number => {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}
