import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Query, Reply } from '../../../src/dns/message.ts'
import { decodeReply } from '../../../src/dns/wire/decode.ts'
import { encodeQuery } from '../../../src/dns/wire/encode.ts'

/** Sends a packet to a port of this machine and gives the first that comes back; rejects if there is none for long. */
export const packetOverUdp = async (port: number, packet: Uint8Array, patience = 5000): Promise<Uint8Array> => {
  const socket = createSocket('udp4')
  try {
    socket.send(packet, port, '127.0.0.1')
    const [bytes] = (await once(socket, 'message', { signal: AbortSignal.timeout(patience) })) as [Uint8Array]
    return bytes
  } finally {
    socket.close()
  }
}

export const askOverUdp = async (port: number, query: Query, patience?: number): Promise<Reply> =>
  decodeReply(await packetOverUdp(port, encodeQuery(query), patience), 'cluster').reply
