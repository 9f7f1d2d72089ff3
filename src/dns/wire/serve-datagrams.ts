import type { RemoteInfo, Socket } from 'node:dgram'
import { type Answering, handlePacket } from './handle.ts'

interface Datagram {
  readonly bytes: Uint8Array
  readonly from: RemoteInfo
}

/**
 * Answers the queries of a UDP socket. Those that have come together are answered together: one look at the state is
 * enough for all, and it comes after the last of them, so that none is answered by a state from before it was asked.
 */
export const serveDatagrams = (udp: Socket, { look, ask }: Answering): void => {
  let waiting: Datagram[] = []
  const answerAll = (): void => {
    const datagrams = waiting
    waiting = []
    const looked = look?.()
    // A failure of ours is silence for the client, and no end of the server.
    if (looked) looked.then(() => answer(udp, datagrams, ask)).catch(() => {})
    else answer(udp, datagrams, ask)
  }
  udp.on('error', () => {})
  udp.on('message', (bytes, from) => {
    if (waiting.length === 0) setImmediate(answerAll)
    waiting.push({ bytes, from })
  })
}

const answer = (udp: Socket, datagrams: readonly Datagram[], ask: Answering['ask']): void => {
  for (const { bytes, from } of datagrams) {
    const { address, port } = from
    const send = (replies: readonly Uint8Array[]): void => {
      for (const reply of replies) udp.send(reply, port, address)
    }
    try {
      const replies = handlePacket(bytes, { source: { address, port }, transport: 'udp' }, ask)
      if (replies instanceof Promise) replies.then(send).catch(() => {})
      else send(replies)
    } catch {}
  }
}
