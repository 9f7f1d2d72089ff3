import type { ListOptions } from '../../api/client.ts'
import type { Event } from '../../api/generated/types.ts'
import type { Resource } from '../../api/resource.ts'
import type { Context } from '../verb.ts'
import { type EventLook, printEvents } from './print-events.ts'

interface Watching {
  readonly resource: Resource
  readonly options: ListOptions
  readonly look: EventLook
  isWanted(event: Event): boolean
}

/** Prints events as they come, without end: each line by itself, so that columns are as wide as its cells. */
export const watchEvents = async (
  { resource, options, look, isWanted }: Watching,
  { client, io }: Context,
): Promise<void> => {
  let printed = 0
  for await (const { type, object } of client.watch(resource, options)) {
    const event = object as Event
    if (type === 'DELETED' || !isWanted(event)) continue
    const noHeaders = look.noHeaders || printed > 0
    printed += 1
    if (look.print) look.print(event, io.out.write)
    else io.out.write(printEvents([event], await client.now(), { ...look, noHeaders }), 'table')
  }
}
