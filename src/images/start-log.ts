import type { Behaviour } from '../api/behaviour.ts'
import { monthName } from '../util/months.ts'
import { goTime } from './access-log.ts'

type Log = NonNullable<Behaviour['log']>

/** A log of what a process prints when it starts; each line is made of the time, in milliseconds. */
export const startLog =
  (...lines: readonly ((started: number) => string)[]): Log =>
  started =>
    lines.map(line => ({ time: started, text: line(started) }))

/** A line of Go's log: `2026/11/26 18:40:19 Serving`. */
export const printedByGo =
  (text: string) =>
  (started: number): string =>
    `${goTime(started)} ${text}`

/** `2026-11-26 18:40:19.000 UTC` */
export const utcTime = (now: number): string => `${new Date(now).toISOString().replace('T', ' ').replace('Z', '')} UTC`

/** `26 Nov 2026 18:40:19.000` */
export const redisTime = (now: number): string => {
  const date = new Date(now)
  const day = String(date.getUTCDate()).padStart(2, '0')
  return `${day} ${monthName(date.getUTCMonth())} ${date.getUTCFullYear()} ${date.toISOString().slice(11, 23)}`
}
