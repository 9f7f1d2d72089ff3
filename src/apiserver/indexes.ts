import type { Event, Pod } from '../api/generated/types.ts'
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
}

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
    inJson: value =>
      value
        .split('=')
        .map(part => JSON.stringify(part))
        .join(':'),
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
  about: {
    of: object => (object as Event).involvedObject?.uid ?? [],
    inJson: value => value,
  },
}

// A command that asks a few times does with a search of the lines on disk; an index needs every object parsed.
const fewQuestions = 16

/** The indexes over a store, each made when it is worth it and kept up to date from then on. */
export const createIndexes = (store: Store<KubeObject>): IndexedView['by'] => {
  const indexes = new Map<string, Index>()
  const questions = new Map<string, number>()

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
    const asked = (questions.get(id) ?? 0) + 1
    questions.set(id, asked)
    const known =
      indexes.get(id) ?? (asked > fewQuestions || store.isLoaded(folder) ? build(store, name, folder) : undefined)
    if (!known) return searched<T>(store, { folder, name, value })
    indexes.set(id, known)
    const bucket = known.buckets.get(value)
    if (!bucket) return []
    bucket.sorted ??= [...bucket.objects].sort(ordered(([key]) => key)).map(([, object]) => object)
    return bucket.sorted as readonly T[]
  }
}

const build = (store: Store<KubeObject>, name: IndexName, folder: string): Index => {
  const index: Index = { name, folder, buckets: new Map() }
  for (const object of store.list(folder)) add(index, object)
  return index
}

const searched = <T extends KubeObject>(
  store: Store<KubeObject>,
  { folder, name, value }: { folder: string; name: IndexName; value: string },
): readonly T[] =>
  store
    .candidates(folder, entries[name].inJson(value))
    .filter(object => entriesOf(name, object).includes(value))
    .toSorted(ordered(nameOf)) as T[]

const nameOf = ({ metadata }: KubeObject): string => `${metadata.namespace ?? ''}/${metadata.name}`
const entriesOf = (name: IndexName, object: KubeObject): readonly string[] => [entries[name].of(object)].flat()

const add = ({ name, buckets }: Index, object: KubeObject): void => {
  for (const value of entriesOf(name, object)) {
    const bucket = buckets.get(value) ?? { objects: new Map(), sorted: undefined }
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

const take = ({ name, buckets }: Index, object: KubeObject): void => {
  for (const value of entriesOf(name, object)) {
    const bucket = buckets.get(value)
    if (!bucket?.objects.delete(nameOf(object))) continue
    bucket.sorted = undefined
    if (bucket.objects.size === 0) buckets.delete(value)
  }
}
