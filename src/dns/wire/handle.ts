import { after, type Later } from '../../util/later.ts'
import type { Exchange, Query } from '../message.ts'
import { decodeQuery } from './decode.ts'
import { encodeReply } from './encode.ts'
import { headerSize, readHeader, writeHeader } from './header.ts'
import { splitTransfer } from './split-transfer.ts'
import { WireError } from './wire-error.ts'

/** What answers queries: the `exchange` of a name server, or a transport bound to one address. */
export type Ask = (query: Query) => Later<Exchange>

/** What sockets answer by. */
export interface Answering {
  readonly ask: Ask
  /** Awaited before questions that have come are answered: the moment whose state their answers show. */
  readonly look?: (() => Promise<void> | undefined) | undefined
}

type Messages = readonly Uint8Array[]

/**
 * Bytes in, messages to send back out: none for silence, several for a zone transfer. Never throws for what a packet
 * holds.
 */
export const handlePacket = (
  bytes: Uint8Array,
  { source, transport }: Pick<Query, 'source' | 'transport'>,
  ask: Ask,
): Later<Messages> => {
  const decoded = decodeQuery(bytes)
  if (decoded.kind === 'silence') return []
  if (decoded.kind === 'reject') return [decoded.bytes]
  const { id, opcode, question, flags, edns } = decoded.query
  const query: Query = { id, opcode, question, flags, edns, source, transport }
  return after(ask(query), result => messagesOf(bytes, query, result))
}

const messagesOf = (bytes: Uint8Array, query: Query, result: Exchange): Messages => {
  if (result.outcome !== 'reply') return []
  try {
    return splitTransfer(query, result.reply).map(reply => encodeReply(query, reply))
  } catch (error) {
    if (error instanceof WireError) return [failure(bytes)]
    throw error
  }
}

// A record that cannot be written (a zone file may hold any text) is a failure of the server.
const failure = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(headerSize)
  const header = readHeader(bytes)
  if (header) writeHeader(out, { ...header, response: true, rcode: 2, counts: [0, 0, 0, 0] })
  return out
}
