import type { Event } from '../api/generated/types.ts'
import { objectKey, resourceOfKind } from '../api/lookup.ts'
import { formatApiVersion, type KubeObject } from '../api/meta.ts'
import { toRfc3339 } from '../util/clock.ts'
import { textHash } from '../util/text-hash.ts'
import { generateUid } from './generated-names.ts'
import { type Server, store } from './server.ts'

/** What somebody tells about an object. */
export interface Note {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  readonly from: string
  readonly host?: string | undefined
  readonly fieldPath?: string | undefined
}

/** Stores an event about an object; one that was told before counts up instead. */
export const recordEvent = (server: Server, regarding: KubeObject, note: Note): void => {
  const resource = resourceOfKind('Event')
  const namespace = regarding.metadata.namespace ?? 'default'
  const now = toRfc3339(server.now())
  const name = `${regarding.metadata.name}.${identityOf(regarding, note)}`
  const known = server.store.get(objectKey(resource, namespace, name)) as Event | undefined
  const event: Event = known
    ? { ...known, count: (known.count ?? 1) + 1, lastTimestamp: now }
    : newEvent(server, regarding, note, { name, namespace, now })
  store(server, resource, event)
}

// The real suffix is the time of the first one in nanoseconds, in hexadecimal. One that follows from what is told finds
// the event again without a search.
const identityOf = ({ metadata }: KubeObject, { type, reason, message, from, fieldPath }: Note): string =>
  textHash([metadata.uid, type, reason, message, from, fieldPath].join('\n'))

const newEvent = (
  server: Server,
  { apiVersion, kind, metadata }: KubeObject,
  { type, reason, message, from, host, fieldPath }: Note,
  { name, namespace, now }: { name: string; namespace: string; now: string },
): Event => ({
  apiVersion: formatApiVersion('', 'v1'),
  kind: 'Event',
  metadata: {
    name,
    namespace,
    uid: generateUid(server.random),
    creationTimestamp: now,
  },
  involvedObject: {
    apiVersion,
    kind,
    name: metadata.name,
    ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
    ...(metadata.resourceVersion ? { resourceVersion: metadata.resourceVersion } : {}),
    ...(metadata.uid ? { uid: metadata.uid } : {}),
    ...(fieldPath ? { fieldPath } : {}),
  },
  reason,
  message,
  source: { component: from, ...(host ? { host } : {}) },
  firstTimestamp: now,
  lastTimestamp: now,
  count: 1,
  type,
  eventTime: null as unknown as string,
  reportingComponent: from,
  reportingInstance: host ?? '',
})
