import { createSocket } from 'node:dgram'
import { getServers } from 'node:dns'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Exchange, Query } from '../dns/message.ts'
import { decodeReply } from '../dns/wire/decode.ts'
import { encodeQuery } from '../dns/wire/encode.ts'
import { tcpFrame, tcpFrames } from '../dns/wire/tcp-frames.ts'

interface Place {
  readonly address: string
  readonly port: number
}

// How long a server may take, in milliseconds.
const patience = 2000

/** Asks the resolver that this machine is set up with; silence if none of its servers replies. */
export const realDns = async (query: Query, servers: readonly Place[] = ownServers()): Promise<Exchange> => {
  for (const server of servers) {
    const bytes = await sendAnyhow(query, server).catch(() => undefined)
    const reply = bytes && decoded(bytes)
    if (reply && reply.id === query.id) return { outcome: 'reply', reply: reply.reply, milliseconds: 0 }
  }
  return { outcome: 'timeout' }
}

const ownServers = (): readonly Place[] =>
  getServers().map(text => {
    const [, bracketed, host = text, port = '53'] = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(text) ?? []
    return { address: bracketed ?? host, port: Number(port) }
  })

const decoded = (bytes: Uint8Array): ReturnType<typeof decodeReply> | undefined => {
  try {
    return decodeReply(bytes, 'external')
  } catch {
    return undefined
  }
}

const truncated = 0x02

/** Over UDP, and over TCP what does not fit. */
const sendAnyhow = async (query: Query, server: Place): Promise<Uint8Array> => {
  const packet = encodeQuery(query)
  if (query.transport === 'tcp') return sendTcp(packet, server)
  const bytes = await sendUdp(packet, server)
  return ((bytes[2] ?? 0) & truncated) === 0 ? bytes : sendTcp(packet, server)
}

const sendUdp = async (packet: Uint8Array, { address, port }: Place): Promise<Uint8Array> => {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
  try {
    const replied = once(socket, 'message', { signal: AbortSignal.timeout(patience) })
    socket.send(packet, port, address)
    const [bytes] = (await replied) as [Uint8Array]
    return bytes
  } finally {
    socket.close()
  }
}

const sendTcp = async (packet: Uint8Array, { address, port }: Place): Promise<Uint8Array> => {
  const socket = connect(port, address)
  socket.setTimeout(patience, () => socket.destroy(new Error('timed out')))
  const frames = tcpFrames()
  socket.write(tcpFrame(packet))
  for await (const chunk of socket) {
    const [message] = frames(chunk as Uint8Array)
    if (!message) continue
    socket.destroy()
    return message
  }
  throw new Error('connection closed')
}
