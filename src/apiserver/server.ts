import { folderOf, objectKey, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { ClusterSettings, Resource, WriteContext } from '../api/resource.ts'
import type { StatusSubject } from '../api/status-error.ts'
import type { ClusterView, IndexedView } from '../api/view.ts'
import type { Store } from '../store/store.ts'
import type { Random } from '../util/random.ts'

/** What the API server stands on. Its operations are functions of one of these. */
export interface Server {
  readonly store: Store<KubeObject>
  readonly view: IndexedView
  readonly random: Random
  readonly settings: ClusterSettings
  /** Milliseconds since 1970. */
  now(): number
  /** The last resourceVersion given. */
  revision(): number
  /** A new resourceVersion. */
  nextRevision(): string
}

/** The objects of a store, by kind. */
export const viewOf = (store: Store<KubeObject>): ClusterView => ({
  get<T extends KubeObject>(kind: string, namespace: string | undefined, name: string) {
    return store.get(objectKey(resourceOfKind(kind), namespace, name)) as T | undefined
  },
  list<T extends KubeObject>(kind: string, namespace?: string) {
    return store.list(folderOf(resourceOfKind(kind), namespace)) as readonly T[]
  },
  mentioning<T extends KubeObject>(kind: string, text: string) {
    return store.candidates(folderOf(resourceOfKind(kind)), text) as readonly T[]
  },
})

export const contextOf = ({ view, random, settings, now }: Server, dryRun: boolean): WriteContext => ({
  cluster: view,
  random,
  settings,
  now: now(),
  dryRun,
})

export const subjectOf = ({ group, plural }: Resource): StatusSubject => ({ group, resource: plural })

export const keyOf = (resource: Resource, { metadata }: KubeObject): string =>
  objectKey(resource, metadata.namespace, metadata.name)

/** How an object is stored anew: with a revision of its own. Gives it back as it was stored. */
export const store = (server: Server, resource: Resource, object: KubeObject): KubeObject => {
  const stored = { ...object, metadata: { ...object.metadata, resourceVersion: server.nextRevision() } }
  server.store.put(keyOf(resource, stored), stored)
  return stored
}
