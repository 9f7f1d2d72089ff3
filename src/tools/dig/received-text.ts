import type { Received } from '../bind/lookup.ts'
import type { GlobalOptions, LookupOptions } from './lookup-options.ts'
import { messageText } from './message-text.ts'
import { dataText } from './record-text.ts'
import { timeText } from './statistics.ts'
import { tierTrace } from './tier-trace.ts'
import { yamlText } from './yaml-text.ts'

export interface ReceivedContext {
  readonly options: LookupOptions
  readonly global: GlobalOptions
  /** The cookie that was sent. */
  readonly cookie: Uint8Array
  /** When the reply came. */
  readonly now: number
}

/** A reply in the form that the options ask for: whole, short, YAML, or as the tiers it came through. */
export const receivedText = (received: Received, { options, global, cookie, now }: ReceivedContext): string => {
  const { query, reply } = received
  if (global.yaml) return yamlText(received, options, now)
  const trace = options.trace ? tierTrace(received) : ''
  if (global.short) return trace + shortText(received, options)
  const message = messageText(
    {
      ...reply,
      heading: 'Got answer',
      id: query.id,
      opcode: query.opcode,
      flags: { qr: true, ...reply.flags },
      question: query.question,
      sentCookie: cookie,
    },
    options,
  )
  const failed = query.question.type === 'AXFR' && reply.rcode !== 'NOERROR' ? '; Transfer failed.\n' : ''
  return trace + message + failed
}

const shortText = (received: Received, options: LookupOptions): string => {
  const { reply, server } = received
  const identity =
    options.identify && !options.trace ? ` from server ${server.address} in ${timeText(received, options)}.` : ''
  const tier = options.tier ? ` (${reply.tier})` : ''
  const lines = reply.answers.map(record => `${dataText(record, options)}${identity}${tier}\n`)
  return options.show.answer ? lines.join('') : ''
}
