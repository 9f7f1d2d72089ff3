import { ageOf, column, nameColumn, wideColumn } from '../columns.ts'
import { invalid } from '../field-error.ts'
import type { Event } from '../generated/types.ts'
import { defineResource } from '../resource.ts'

export const event = defineResource<Event>({
  group: '',
  version: 'v1',
  kind: 'Event',
  plural: 'events',
  createsOnUpdate: true,
  shortNames: ['ev'],
  namespaced: true,

  columns: [
    column('Last Seen', (object, now) => ageOf(lastSeen(object), now)),
    column('Type', ({ type }) => type ?? ''),
    column('Reason', ({ reason }) => reason ?? ''),
    column('Object', ({ involvedObject: { kind = '', name = '' } }) =>
      [kind.toLowerCase(), ...(name ? [name] : [])].join('/'),
    ),
    wideColumn('Subobject', ({ involvedObject }) => involvedObject.fieldPath ?? ''),
    wideColumn('Source', object => sourceOf(object)),
    column('Message', ({ message }) => message?.trim() ?? ''),
    wideColumn('First Seen', (object, now) => ageOf(firstSeen(object), now)),
    wideColumn('Count', ({ series, count }) => Math.max(1, series?.count ?? count ?? 1)),
    { ...nameColumn, wide: true },
  ],

  validate: ({ involvedObject: { namespace = '' }, metadata }) =>
    namespace === metadata.namespace || (namespace === '' && metadata.namespace === 'default')
      ? []
      : [invalid('involvedObject.namespace', namespace, 'does not match event.namespace')],

  expiry: told => lastWritten(told) + oneHour,

  selectableFields: ({ involvedObject, reason, reportingComponent, source, type }) => ({
    'involvedObject.kind': involvedObject?.kind ?? '',
    'involvedObject.namespace': involvedObject?.namespace ?? '',
    'involvedObject.name': involvedObject?.name ?? '',
    'involvedObject.uid': involvedObject?.uid ?? '',
    'involvedObject.apiVersion': involvedObject?.apiVersion ?? '',
    'involvedObject.resourceVersion': involvedObject?.resourceVersion ?? '',
    'involvedObject.fieldPath': involvedObject?.fieldPath ?? '',
    reason: reason ?? '',
    reportingComponent: reportingComponent ?? '',
    source: source?.component || reportingComponent || '',
    type: type ?? '',
  }),
})

const oneHour = 3_600_000

/** When it was told last. What a client says of the future does not count. */
const lastWritten = ({ metadata: { creationTimestamp = '' }, lastTimestamp, series }: Event): number => {
  const created = Date.parse(creationTimestamp)
  const told = Date.parse(series?.lastObservedTime ?? lastTimestamp ?? creationTimestamp)
  return Math.max(told, created)
}

const firstSeen = ({ firstTimestamp, eventTime }: Event): string | undefined => firstTimestamp ?? eventTime

const lastSeen = (object: Event): string | undefined =>
  object.series?.lastObservedTime ?? object.lastTimestamp ?? firstSeen(object)

const sourceOf = ({ source, reportingComponent, reportingInstance }: Event): string => {
  const component = source?.component || reportingComponent || ''
  const host = source?.host || reportingInstance || ''
  return host ? `${component}, ${host}` : component
}
