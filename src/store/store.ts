import { type SortedBucket, sortedBucket } from './sorted-bucket.ts'
import type { Changes } from './write-state.ts'

export interface StoreEvent<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly key: string
  /** As it is now; of a deleted object its last state. */
  readonly value: T
  readonly old?: T | undefined
}

/**
 * Objects by key. Keys are paths (`services/default/web`), and lists are of folders (`services/`, `services/default/`),
 * sorted by key; a list is valid until the next write. What has been written since the base was read is in `changes`.
 */
export interface Store<T> {
  readonly changes: Changes
  get(key: string): T | undefined
  list(folder: string): readonly T[]
  /**
   * Objects of a folder among which are all whose JSON holds a text somewhere: at least those, without reading the
   * others if that can be spared.
   */
  candidates(folder: string, text: string): readonly T[]
  isLoaded(folder: string): boolean
  put(key: string, value: T): void
  delete(key: string): void
  /** Tells of each write, in order. Returns the call that ends it. */
  subscribe(listener: (event: StoreEvent<T>) => void): () => void
}

/** Where a store's objects come from at first: a state file, or nothing. */
export interface Base<T> {
  read(key: string): T | undefined
  readPrefix(prefix: string): readonly (readonly [key: string, value: T])[]
  search(prefix: string, text: string): readonly (readonly [key: string, value: T])[]
}

export const createStore = <T>(base?: Base<T>): Store<T> => {
  const changes = new Map<string, T | undefined>()
  const folders = new Map<string, SortedBucket<T>>()
  const listeners = new Set<(event: StoreEvent<T>) => void>()
  // An object of the base is parsed once: whoever finds it, and however, finds the same one.
  const parsed = new Map<string, T>()
  const same = (key: string, value: T): T => {
    const known = parsed.get(key) ?? value
    parsed.set(key, known)
    return known
  }

  const get = (key: string): T | undefined => {
    const changed = changes.get(key)
    if (changed !== undefined || changes.has(key)) return changed
    const known = parsed.get(key)
    // What a folder that was loaded does not hold is nowhere.
    if (known !== undefined || !base || foldersOf(key).some(folder => folders.has(folder))) return known
    const found = base.read(key)
    return found === undefined ? undefined : same(key, found)
  }
  const load = (folder: string): SortedBucket<T> => {
    const stored = base?.readPrefix(folder) ?? []
    const bucket = sortedBucket(stored.map(([key, value]) => [key, same(key, value)] as const))
    for (const [key, value] of changes) {
      if (key.startsWith(folder)) bucket.set(key, value)
    }
    folders.set(folder, bucket)
    return bucket
  }
  const record = (key: string, value: T | undefined): void => {
    changes.set(key, value)
    for (const folder of foldersOf(key)) folders.get(folder)?.set(key, value)
  }
  const tell = (event: StoreEvent<T>): void => {
    for (const listener of listeners) listener(event)
  }

  return {
    changes,
    get,
    list: folder => (folders.get(folder) ?? load(folder)).values,
    isLoaded: folder => folders.has(folder),
    candidates(folder, text) {
      const loaded = folders.get(folder)
      if (loaded) return loaded.values
      const stored = (base?.search(folder, text) ?? []).filter(([key]) => !changes.has(key))
      const changed = [...changes].filter(([key]) => key.startsWith(folder))
      return [...stored.map(([key, value]) => same(key, value)), ...changed.flatMap(([, value]) => value ?? [])]
    },
    put(key, value) {
      const old = get(key)
      record(key, value)
      tell({ type: old === undefined ? 'ADDED' : 'MODIFIED', key, value, old })
    },
    delete(key) {
      const old = get(key)
      if (old === undefined) return
      record(key, undefined)
      tell({ type: 'DELETED', key, value: old })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The folders that hold a key: `pods/default/web` is in `pods/` and in `pods/default/`. */
const foldersOf = (key: string): string[] => {
  const folders: string[] = []
  for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1))
    folders.push(key.slice(0, slash + 1))
  return folders
}
