import { ageOf } from '../../api/columns.ts'
import type { Event } from '../../api/generated/types.ts'
import type { Printer } from '../../printers/printer.ts'
import { createColumnWriter, escapeControls } from '../../printers/table.ts'

export interface EventLook {
  /** What -o asks for; the table if unset. */
  readonly print: Printer | undefined
  readonly noHeaders: boolean
  readonly withNamespace: boolean
}

type TableLook = Pick<EventLook, 'noHeaders' | 'withNamespace'>

/** The table of events; `now` is the cluster's time, in milliseconds. */
export const printEvents = (events: readonly Event[], now: number, look: TableLook): string => {
  const writer = createColumnWriter()
  for (const row of rowsOf(events, now, look)) writer.write(`${row.join('\t')}\n`)
  return writer.flush()
}

const rowsOf = (
  events: readonly Event[],
  now: number,
  { noHeaders, withNamespace }: TableLook,
): readonly (readonly string[])[] => {
  const header = [...(withNamespace ? ['NAMESPACE'] : []), 'LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE']
  const rows = events.map(event => [...(withNamespace ? [event.metadata.namespace ?? ''] : []), ...cellsOf(event, now)])
  return noHeaders ? rows : [header, ...rows]
}

const cellsOf = (event: Event, now: number): readonly string[] => {
  const { type = '', reason = '', message = '', involvedObject } = event
  const object = `${involvedObject.kind ?? ''}/${involvedObject.name ?? ''}`
  return [intervalOf(event, now), ...[type, reason, object, message.trim()].map(escapeControls)]
}

const intervalOf = ({ eventTime, firstTimestamp, lastTimestamp, series, count = 0 }: Event, now: number): string => {
  const since = ageOf(eventTime ?? firstTimestamp, now)
  if (series) return `${ageOf(series.lastObservedTime, now)} (x${series.count ?? 0} over ${since})`
  return count > 1 ? `${ageOf(lastTimestamp, now)} (x${count} over ${since})` : since
}

/** When it happened last. */
export const eventTime = ({ series, lastTimestamp, eventTime: time }: Event): string =>
  series?.lastObservedTime ?? lastTimestamp ?? time ?? ''
