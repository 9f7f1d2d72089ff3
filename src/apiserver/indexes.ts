import type { Event, Pod, Service } from '../api/generated/types.ts'
import { folderOf, resourceOfKind } from '../api/lookup.ts'
import { controllerOf, type KubeObject } from '../api/meta.ts'
import { podCondition } from '../api/pod-status.ts'
import type { IndexedView, IndexName } from '../api/view.ts'
import type { Store } from '../store/store.ts'
import { by as ordered } from '../util/compare.ts'

type Objects = Map<string, KubeObject>

interface Bucket {
  readonly objects: Objects
  /** In order; made when it is asked for, dropped when something changes. */
  sorted: readonly KubeObject[] | undefined
}

interface Index {
  readonly name: IndexName
  readonly folder: string
  readonly buckets: Map<string, Bucket>
  /** Whether it has a bucket for everything there is, or for what was asked for only. */
  isWhole: boolean
}

const pairInJson = (pair: string): string =>
  pair
    .split('=')
    .map(part => JSON.stringify(part))
    .join(':')

/** What an object is found by in each index, and how that looks in its JSON. */
const entries: Readonly<
  Record<IndexName, { of(object: KubeObject): string | readonly string[]; inJson(value: string): string }>
> = {
  controller: {
    of: object => controllerOf(object)?.uid ?? [],
    inJson: value => value,
  },
  owner: {
    of: ({ metadata }) => (metadata.ownerReferences ?? []).map(({ uid }) => uid),
    inJson: value => value,
  },
  label: {
    of: ({ metadata }) => Object.entries(metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`),
    inJson: pairInJson,
  },
  selects: {
    of: object => {
      for (const [key, value] of Object.entries((object as Service).spec?.selector ?? {})) return `${key}=${value}`
      return []
    },
    inJson: pairInJson,
  },
  node: {
    of: object => (object as Pod).spec?.nodeName ?? [],
    inJson: value => JSON.stringify(value),
  },
  unscheduled: {
    of: object => {
      const { spec, status } = object as Pod
      return (!spec?.nodeName && podCondition(status, 'PodScheduled')?.reason) || []
    },
    inJson: value => JSON.stringify(value),
  },
  waiting: {
    of: object => {
      const { initContainerStatuses = [], containerStatuses = [] } = (object as Pod).status ?? {}
      return [...initContainerStatuses, ...containerStatuses].some(({ state }) => state?.waiting) ? 'true' : []
    },
    inJson: () => '"waiting":{',
  },
  about: {
    of: object => (object as Event).involvedObject?.uid ?? [],
    inJson: value => value,
  },
}

// A command that asks a few times does with searches of the lines on disk; a whole index needs every object parsed.
const fewSearches = 24

/** The indexes over a store: of what was asked for, or whole where that is worth it; kept up to date from then on. */
export const createIndexes = (store: Store<KubeObject>): IndexedView['by'] => {
  const indexes = new Map<string, Index>()

  store.subscribe(({ type, key, value, old }) => {
    for (const index of indexes.values()) {
      if (!key.startsWith(index.folder)) continue
      if (old && type !== 'DELETED' && replace(index, old, value)) continue
      if (old) take(index, old)
      if (type === 'DELETED') take(index, value)
      else add(index, value)
    }
  })

  return <T extends KubeObject>(kind: string, name: IndexName, value: string): readonly T[] => {
    const folder = folderOf(resourceOfKind(kind))
    const id = `${name} ${folder}`
    const index = indexes.get(id) ?? { name, folder, buckets: new Map<string, Bucket>(), isWhole: false }
    indexes.set(id, index)
    const bucket = index.buckets.get(value) ?? find(store, index, value)
    if (!bucket) return []
    bucket.sorted ??= [...bucket.objects].sort(ordered(([key]) => key)).map(([, object]) => object)
    return bucket.sorted as readonly T[]
  }
}

/** What has not been asked for yet: by a search, unless there were many or all objects are at hand. */
const find = (store: Store<KubeObject>, index: Index, value: string): Bucket | undefined => {
  if (index.isWhole) return undefined
  const { name, folder, buckets } = index
  if (buckets.size < fewSearches && !store.isLoaded(folder)) {
    const found = store
      .candidates(folder, entries[name].inJson(value))
      .filter(object => entriesOf(name, object).includes(value))
    const bucket: Bucket = { objects: new Map(found.map(object => [nameOf(object), object])), sorted: undefined }
    buckets.set(value, bucket)
    return bucket
  }
  buckets.clear()
  index.isWhole = true
  for (const object of store.list(folder)) add(index, object)
  return buckets.get(value)
}

const nameOf = ({ metadata }: KubeObject): string => `${metadata.namespace ?? ''}/${metadata.name}`
const entriesOf = (name: IndexName, object: KubeObject): readonly string[] => [entries[name].of(object)].flat()

const add = ({ name, buckets, isWhole }: Index, object: KubeObject): void => {
  for (const value of entriesOf(name, object)) {
    const known = buckets.get(value)
    if (!known && !isWhole) continue
    const bucket = known ?? { objects: new Map(), sorted: undefined }
    buckets.set(value, bucket)
    bucket.objects.set(nameOf(object), object)
    bucket.sorted = undefined
  }
}

/** Puts an object in the place of its old form; false if it is found by something else now. */
const replace = (index: Index, old: KubeObject, object: KubeObject): boolean => {
  const before = entriesOf(index.name, old)
  const now = entriesOf(index.name, object)
  if (before.length !== now.length || before.some((entry, at) => entry !== now[at])) return false
  const name = nameOf(object)
  for (const entry of now) {
    const bucket = index.buckets.get(entry)
    bucket?.objects.set(name, object)
    if (bucket) bucket.sorted = undefined
  }
  return true
}

const take = ({ name, buckets, isWhole }: Index, object: KubeObject): void => {
  for (const value of entriesOf(name, object)) {
    const bucket = buckets.get(value)
    if (!bucket?.objects.delete(nameOf(object))) continue
    bucket.sorted = undefined
    // Of an index of parts an empty one is an answer, too.
    if (isWhole && bucket.objects.size === 0) buckets.delete(value)
  }
}
