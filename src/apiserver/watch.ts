import type { ListOptions, ObjectList, WatchEvent, WatchOptions } from '../api/client.ts'
import { objectKey } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { ResourceType } from '../api/resource-type.ts'
import type { Backend } from './backend.ts'
import { deleted, departureOf } from './departure.ts'

export interface WatchRequest {
  readonly backend: Backend
  readonly type: ResourceType
  readonly options: WatchOptions
  list(type: ResourceType, options: ListOptions): Promise<ObjectList>
}

/**
 * Tells of changes by comparing lists, and lets the cluster's time go by in between: so it sees what other processes do
 * as well as what simulated time brings.
 */
export async function* watch({ backend, list, type, options }: WatchRequest): AsyncGenerator<WatchEvent> {
  const { resourceVersion, timeout = Number.POSITIVE_INFINITY, from, signal, ...selection } = options
  const keyed = (items: readonly KubeObject[]) =>
    new Map(items.map(object => [objectKey(type, object.metadata.namespace, object.metadata.name), object]))
  const now = () => backend.read(snapshot => snapshot.now)
  const until = (await now()) + timeout
  let known = from || resourceVersion === undefined ? keyed(from ?? []) : keyed((await list(type, selection)).items)
  while (!signal?.aborted) {
    const { items, resourceVersion: revision } = await list(type, selection)
    const next = keyed(items)
    const { time, isThere } = await backend.read(({ now: time, store }) => ({
      time,
      isThere: ({ metadata }: KubeObject, key: string) => store.get(key)?.metadata.uid === metadata.uid,
    }))
    yield* changes(known, next, (object, key) =>
      // What a selector does not pick any more is still there.
      isThere(object, key) ? [deleted(object, revision)] : departureOf(type, object, { now: time, revision }),
    )
    known = next
    const left = until - (await now())
    if (left <= 0) return
    await backend.pass(left)
  }
}

function* changes(
  before: ReadonlyMap<string, KubeObject>,
  after: ReadonlyMap<string, KubeObject>,
  departure: (object: KubeObject, key: string) => readonly WatchEvent[],
): Generator<WatchEvent> {
  for (const [key, object] of before) if (!after.has(key)) yield* departure(object, key)
  for (const [key, object] of after) {
    const old = before.get(key)
    if (!old) yield { type: 'ADDED', object }
    else if (old.metadata.uid !== object.metadata.uid) {
      yield* departure(old, key)
      yield { type: 'ADDED', object }
    } else if (old.metadata.resourceVersion !== object.metadata.resourceVersion) yield { type: 'MODIFIED', object }
  }
}
