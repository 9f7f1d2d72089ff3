import type { ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import { monthName } from '../util/months.ts'

/** What a server prints of a request that it has answered, without the line's end. Times are milliseconds. */
export type AccessLine = (request: ContainerRequest, response: ContainerResponse, now: number) => string

/** `10.244.1.2 - - [26/Nov/2026:18:40:19 +0000] "GET / HTTP/1.1" 200 615`: the form of Apache. */
export const commonLine: AccessLine = (request, { status, body }, now) => {
  const { method, path } = request
  return `${addressOf(request)} - - [${webTime(now)}] "${method} ${path} HTTP/1.1" ${status} ${Buffer.byteLength(body)}`
}

/** The same with where it came from and by which program: the form of nginx. */
export const combinedLine: AccessLine = (request, response, now) => {
  const { referer = '-', 'user-agent': agent = '-', 'x-forwarded-for': forwarded = '-' } = request.headers
  return `${commonLine(request, response, now)} "${referer}" "${agent}" "${forwarded}"`
}

/** `2026/11/26 18:40:19 10.244.1.2:40312 GET /`: what Go's log puts before a text of kuard's. */
export const goLine: AccessLine = ({ method, path, client = '' }, _, now) =>
  `${goTime(now)} ${client} ${method} ${path}`

/** A time as the logs of nginx and of Go have it: `2026/11/26 18:40:19`. */
export const goTime = (now: number): string =>
  new Date(now).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')

const addressOf = ({ client = '-' }: ContainerRequest): string => client.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')

const webTime = (now: number): string => {
  const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T([\d:]{8})/.exec(new Date(now).toISOString()) ?? []
  return `${day}/${monthName(Number(month) - 1)}/${year}:${time} +0000`
}
