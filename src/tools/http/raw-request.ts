import type { ContainerRequest } from '../../api/behaviour.ts'
import { textOf } from '../../api/conversation.ts'

/** A request as it came over the wire. */
export interface RawRequest {
  readonly request: ContainerRequest
  /** How many bytes it is. */
  readonly taken: number
  /** Whether its sender wants to send another one. */
  readonly keepsAlive: boolean
}

/** The request that bytes begin with. Lines may end without a carriage return, as servers are used to. */
export const rawRequest = (bytes: string): RawRequest | 'unfinished' | 'malformed' => {
  const end = /\r?\n/.exec(bytes)
  if (!end) return 'unfinished'
  const first = /^([A-Z]+) (\S+) HTTP\/1\.([01])$/.exec(bytes.slice(0, end.index))
  if (!first) return 'malformed'
  const [, method = '', path = '', minor = ''] = first
  const blank = /\r?\n\r?\n/.exec(bytes)
  if (!blank) return 'unfinished'
  const headers = headersIn(bytes.slice(end.index, blank.index))
  // HTTP 1.1 wants to know the host.
  if (minor === '1' && headers.host === undefined) return 'malformed'
  const start = blank.index + blank[0].length
  const taken = start + Number(headers['content-length'] ?? 0)
  if (!(bytes.length >= taken)) return 'unfinished'
  const asks = headers.connection?.toLowerCase()
  const keepsAlive = minor === '1' ? asks !== 'close' : asks === 'keep-alive'
  return { request: { method, path, headers, body: textOf(bytes.slice(start, taken)) }, taken, keepsAlive }
}

const headersIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split(/\r?\n/)
      .map(line => /^([^:\s]+):\s*(.*?)\s*$/.exec(line))
      .flatMap(match => (match?.[1] ? [[match[1].toLowerCase(), match[2] ?? '']] : [])),
  )
