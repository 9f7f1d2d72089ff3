import { replySize } from '../../dns/wire/size.ts'
import type { Received } from '../bind/lookup.ts'
import type { LookupOptions } from './lookup-options.ts'

/**
 * The lines after a reply: time, server, date (`now`, in milliseconds since 1970), size; or the one line of +identify
 * when statistics are off.
 */
export const statisticsText = (received: Received, options: LookupOptions, now: number): string => {
  const { lookup, server, query, reply } = received
  const from = `${server.address}#${lookup.port}(${server.calledAs})`
  const size = replySize(query, reply)
  if (!options.show.stats) {
    return options.identify ? `;; Received ${size} bytes from ${from} in ${timeText(received, options)}\n\n` : ''
  }
  const time = options.microseconds
    ? `${received.milliseconds * 1000} usec`
    : `${Math.floor(received.milliseconds)} msec`
  return [
    `;; Query time: ${time}\n`,
    `;; SERVER: ${from} (${query.transport.toUpperCase()})\n`,
    options.tier ? `;; TIER: ${reply.tier}\n` : '',
    `;; WHEN: ${dateText(now)}\n`,
    lookup.type === 'AXFR'
      ? `;; XFR size: ${reply.answers.length} records (messages 1, bytes ${size})\n`
      : `;; MSG SIZE  rcvd: ${size}\n`,
    '\n',
  ].join('')
}

/** How long a reply took, as +identify says it. */
export const timeText = ({ milliseconds }: Received, { microseconds }: LookupOptions): string =>
  microseconds ? `${milliseconds * 1000} us` : `${Math.floor(milliseconds)} ms`

/** `Fri Nov 20 09:37:39 UTC 2026` */
const dateText = (milliseconds: number): string => {
  const [day = '', date, month, year, time] = new Date(milliseconds).toUTCString().split(' ')
  return `${day.replace(',', '')} ${month} ${date} ${time} UTC ${year}`
}
