import type { Event } from '../api/generated/types.ts'
import { resourceOfKind } from '../api/lookup.ts'
import { formatApiVersion, type KubeObject } from '../api/meta.ts'
import { toRfc3339 } from '../util/clock.ts'
import { generateUid } from './generated-names.ts'
import { isExpired } from './selection.ts'
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
  const now = toRfc3339(server.now())
  const known = server.view.by<Event>('Event', 'about', regarding.metadata.uid ?? '').find(isSame(note, server.now()))
  const event: Event = known
    ? { ...known, count: (known.count ?? 1) + 1, lastTimestamp: now }
    : newEvent(server, regarding, note, now)
  store(server, resourceOfKind('Event'), event)
}

const isSame =
  (note: Note, now: number) =>
  (event: Event): boolean => {
    const { involvedObject, reason, message, source, type } = event
    return (
      reason === note.reason &&
      message === note.message &&
      type === note.type &&
      source?.component === note.from &&
      involvedObject.fieldPath === note.fieldPath &&
      !isExpired(resourceOfKind('Event'), event, now)
    )
  }

// As the real ones: the time in nanoseconds, in hexadecimal, so that names are in the order of time.
const suffixOf = (server: Server): string =>
  (BigInt(server.now()) * 1_000_000n + BigInt(server.revision() % 1_000_000)).toString(16)

const newEvent = (
  server: Server,
  { apiVersion, kind, metadata }: KubeObject,
  { type, reason, message, from, host, fieldPath }: Note,
  now: string,
): Event => ({
  apiVersion: formatApiVersion('', 'v1'),
  kind: 'Event',
  metadata: {
    name: `${metadata.name}.${suffixOf(server)}`,
    namespace: metadata.namespace ?? 'default',
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
