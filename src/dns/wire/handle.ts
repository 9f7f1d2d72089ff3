import type { Exchange, Query } from '../message.ts'
import { decodeQuery } from './decode.ts'
import { encodeReply } from './encode.ts'
import { headerSize, readHeader, writeHeader } from './header.ts'
import { splitTransfer } from './split-transfer.ts'
import { WireError } from './wire-error.ts'

/** What answers queries: the `exchange` of a name server, or a transport bound to one address. */
export type Ask = (query: Query) => Promise<Exchange>

/**
 * Bytes in, messages to send back out: none for silence, several for a zone transfer. Never throws for what a packet
 * holds.
 */
export const handlePacket = async (
  bytes: Uint8Array,
  from: Pick<Query, 'source' | 'transport'>,
  ask: Ask,
): Promise<readonly Uint8Array[]> => {
  const decoded = decodeQuery(bytes)
  if (decoded.kind === 'silence') return []
  if (decoded.kind === 'reject') return [decoded.bytes]
  const query: Query = { ...decoded.query, ...from }
  const result = await ask(query)
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
