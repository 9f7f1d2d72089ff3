import type { Event } from '../generated/types.ts'
import { defineGuise } from '../guise.ts'
import type { KubeObject } from '../meta.ts'
import { event } from './event.ts'

/** An event as events.k8s.io tells it: the same as the core one, under other names. */
interface EventOfGroup extends KubeObject {
  readonly eventTime?: string | undefined
  readonly series?: Event['series']
  readonly reportingController?: string | undefined
  readonly reportingInstance?: string | undefined
  readonly action?: string | undefined
  readonly reason?: string | undefined
  readonly regarding?: Event['involvedObject'] | undefined
  readonly related?: Event['related']
  readonly note?: string | undefined
  readonly type?: string | undefined
  readonly deprecatedSource?: Event['source']
  readonly deprecatedFirstTimestamp?: string | null | undefined
  readonly deprecatedLastTimestamp?: string | null | undefined
  readonly deprecatedCount?: number | undefined
}

type Shared = Pick<Event, 'eventTime' | 'series' | 'reportingInstance' | 'action' | 'reason' | 'related' | 'type'>

const shared = ({ eventTime, series, reportingInstance, action, reason, related, type }: Shared) => ({
  ...(series ? { series } : {}),
  ...(action ? { action } : {}),
  ...(reason ? { reason } : {}),
  ...(related ? { related } : {}),
  ...(type ? { type } : {}),
  ...(reportingInstance ? { reportingInstance } : {}),
  eventTime: eventTime ?? (null as unknown as string),
})

export const eventOfGroup = defineGuise<EventOfGroup, Event>(
  {
    group: 'events.k8s.io',
    selectableFields: object => fieldsOf(object),
  },
  {
    of: event,
    toStored: object => ({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: object.metadata,
      ...shared(object as Shared),
      involvedObject: object.regarding ?? {},
      ...(object.note ? { message: object.note } : {}),
      source: object.deprecatedSource ?? {},
      firstTimestamp: object.deprecatedFirstTimestamp ?? (null as unknown as string),
      lastTimestamp: object.deprecatedLastTimestamp ?? (null as unknown as string),
      ...(object.deprecatedCount ? { count: object.deprecatedCount } : {}),
      reportingComponent: object.reportingController ?? '',
      reportingInstance: object.reportingInstance ?? '',
    }),
    fromStored: object => ({
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      metadata: object.metadata,
      ...shared(object),
      ...(object.reportingComponent ? { reportingController: object.reportingComponent } : {}),
      regarding: object.involvedObject,
      ...(object.message ? { note: object.message } : {}),
      deprecatedSource: object.source ?? {},
      deprecatedFirstTimestamp: object.firstTimestamp ?? null,
      deprecatedLastTimestamp: object.lastTimestamp ?? null,
      ...(object.count ? { deprecatedCount: object.count } : {}),
    }),
  },
)

const fieldsOf = (object: KubeObject): Readonly<Record<string, string>> => {
  const { regarding, reason, reportingController, type } = object as EventOfGroup
  return {
    'regarding.kind': regarding?.kind ?? '',
    'regarding.namespace': regarding?.namespace ?? '',
    'regarding.name': regarding?.name ?? '',
    'regarding.uid': regarding?.uid ?? '',
    'regarding.apiVersion': regarding?.apiVersion ?? '',
    'regarding.resourceVersion': regarding?.resourceVersion ?? '',
    'regarding.fieldPath': regarding?.fieldPath ?? '',
    reason: reason ?? '',
    reportingController: reportingController ?? '',
    type: type ?? '',
  }
}
