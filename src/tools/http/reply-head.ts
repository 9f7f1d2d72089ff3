import type { ContainerResponse } from '../../api/behaviour.ts'
import { statusText } from './status-text.ts'

export type Header = readonly [name: string, value: string]

/** `HTTP/1.1 200 OK` */
export const statusLine = ({ status }: ContainerResponse): string => `HTTP/1.1 ${status} ${statusText(status)}`

/**
 * The header lines of a reply as they go over the wire: those of the server, with date and length. `now` in
 * milliseconds.
 */
export const replyHeaders = ({ headers, body }: ContainerResponse, now: number): readonly Header[] => {
  const { server, ...others } = headers
  const given = Object.entries(others).map(([name, value]): Header => [capitals(name), value])
  return [
    ...(server === undefined ? [] : [['Server', server] as const]),
    ['Date', new Date(now).toUTCString()],
    ...given,
    ...(Object.hasOwn(headers, 'content-length') ? [] : [['Content-Length', String(Buffer.byteLength(body))] as const]),
  ]
}

const capitals = (name: string): string =>
  name === 'etag'
    ? 'ETag'
    : name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase())
