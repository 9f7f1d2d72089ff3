/** Values in the order of their keys. */
export interface SortedBucket<T> {
  /** Valid until the next write. */
  readonly values: readonly T[]
  /** Puts a value, or takes it out where it is undefined. */
  set(key: string, value: T | undefined): void
}

/** A bucket of entries that are sorted by key. Writes wait until somebody looks: most folders are never listed. */
export const sortedBucket = <T>(entries: readonly (readonly [string, T])[]): SortedBucket<T> => {
  let keys = entries.map(([key]) => key)
  let values = entries.map(([, value]) => value)
  const pending = new Map<string, T | undefined>()

  const write = (key: string, value: T | undefined): void => {
    const at = indexOf(keys, key)
    const isThere = keys[at] === key
    if (value !== undefined && isThere) values[at] = value
    else if (value !== undefined) {
      keys.splice(at, 0, key)
      values.splice(at, 0, value)
    } else if (isThere) {
      keys.splice(at, 1)
      values.splice(at, 1)
    }
  }

  /** All at once: what there is and what is new are both in order. */
  const merge = (): void => {
    const next = [...pending].sort(([left], [right]) => (left < right ? -1 : 1))
    const merged: { keys: string[]; values: T[] } = { keys: [], values: [] }
    let from = 0
    for (const [key, value] of next) {
      for (; from < keys.length && (keys[from] ?? '') < key; from++) push(merged, keys[from] ?? '', values[from])
      if (keys[from] === key) from += 1
      push(merged, key, value)
    }
    for (; from < keys.length; from++) push(merged, keys[from] ?? '', values[from])
    keys = merged.keys
    values = merged.values
  }

  return {
    get values() {
      if (pending.size > Math.max(fewWrites, keys.length / 16)) merge()
      else for (const [key, value] of pending) write(key, value)
      pending.clear()
      return values
    },
    set(key, value) {
      pending.set(key, value)
    },
  }
}

const fewWrites = 32

const push = <T>({ keys, values }: { keys: string[]; values: T[] }, key: string, value: T | undefined): void => {
  if (value === undefined) return
  keys.push(key)
  values.push(value)
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
