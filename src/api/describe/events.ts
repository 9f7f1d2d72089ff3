import { compareBytes } from '../../util/compare.ts'
import { ageOf } from '../columns.ts'
import type { Event } from '../generated/types.ts'
import type { KubeObject } from '../meta.ts'
import type { DescribeContext } from '../resource.ts'
import { event } from '../resources/event.ts'

/** The `Events` part of a description: nothing if events are not wanted, else a table or `<none>`. */
export const eventLines = async (object: KubeObject, context: DescribeContext): Promise<readonly string[]> => {
  if (!context.showEvents) return []
  const events = await eventsOf(object, context)
  if (events.length === 0) return ['Events:\t<none>']
  const rows = events.toSorted(byTime).map(found => rowOf(found, context.now))
  return [
    'Events:',
    ['Type', 'Reason', 'Age', 'From', 'Message'],
    ['----', '------', '----', '----', '-------'],
    ...rows,
  ].map(cells => (typeof cells === 'string' ? cells : `  ${cells.join('\t')}`))
}

const eventsOf = async ({ kind, metadata }: KubeObject, { client }: DescribeContext): Promise<readonly Event[]> => {
  const { name, namespace, uid } = metadata
  // Kubelets know their own node by its name only, and write that for its uid.
  const identity = kind === 'Node' || !uid ? '' : `,involvedObject.uid=${uid}`
  const fieldSelector = `involvedObject.kind=${kind},involvedObject.name=${name}${identity}`
  const { items } = await client.list(event, { namespace, fieldSelector })
  return items as readonly Event[]
}

// Those of one second in the order in which they were told.
const byTime = (left: Event, right: Event): number =>
  compareBytes(left.lastTimestamp ?? '', right.lastTimestamp ?? '') || revisionOf(left) - revisionOf(right)

const revisionOf = ({ metadata }: Event): number => Number(metadata.resourceVersion ?? 0)

const rowOf = (found: Event, now: number): readonly string[] => [
  found.type ?? '',
  found.reason ?? '',
  intervalOf(found, now),
  found.source?.component || found.reportingComponent || '',
  messageOf(found),
]

const intervalOf = ({ eventTime, firstTimestamp, lastTimestamp, series, count = 0 }: Event, now: number): string => {
  const since = ageOf(eventTime ?? firstTimestamp, now)
  if (series) return `${ageOf(series.lastObservedTime, now)} (x${series.count ?? 0} over ${since})`
  return count > 1 ? `${ageOf(lastTimestamp, now)} (x${count} over ${since})` : since
}

const messageOf = ({ message = '', involvedObject: { fieldPath } }: Event): string =>
  fieldPath ? `${fieldPath}: ${message.trim()}` : message.trim()
