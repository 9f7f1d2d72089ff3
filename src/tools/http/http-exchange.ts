import type { ContainerResponse } from '../../api/behaviour.ts'
import { bytesOf } from '../../api/conversation.ts'
import type { Connection } from '../connection.ts'
import { type RawRequest, rawRequest } from './raw-request.ts'
import { replyHeaders, statusLine } from './reply-head.ts'

/** What a web server sends back to bytes that somebody wrote by hand, to their end or until it closes. */
export const httpExchange = async (
  { request }: Pick<Connection, 'request'>,
  bytes: string,
  now: number,
): Promise<string> => {
  let [answer, rest] = ['', bytes]
  while (rest !== '') {
    const read = rawRequest(rest)
    if (read === 'unfinished') return answer
    if (read === 'malformed') return answer + malformed
    const response = await request({ ...read.request, encrypted: false })
    if (!response) return answer
    answer += replyBytes(response, read, now)
    if (!read.keepsAlive) return answer
    rest = rest.slice(read.taken)
  }
  return answer
}

// As Go's server says it.
const malformed =
  'HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request'

const replyBytes = (response: ContainerResponse, { request, keepsAlive }: RawRequest, now: number): string => {
  const { connection = 'close', ...others } = response.headers
  const headers = keepsAlive ? response.headers : { ...others, connection: connection.replace('keep-alive', 'close') }
  const lines = replyHeaders({ ...response, headers }, now).map(([name, value]) => `${name}: ${value}`)
  const body = request.method === 'HEAD' ? '' : response.body
  return bytesOf(`${[statusLine(response), ...lines].join('\r\n')}\r\n\r\n${body}`)
}
