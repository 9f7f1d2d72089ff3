import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import type { Query } from '../message.ts'
import { type Answering, handlePacket } from './handle.ts'
import { serveDatagrams } from './serve-datagrams.ts'
import { tcpFrame, tcpFrames } from './tcp-frames.ts'

export interface DnsListener {
  /** The port taken; the same for UDP and TCP. */
  readonly port: number
  close(): Promise<void>
}

interface ListenOptions extends Answering {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
}

/** Serves queries on UDP and TCP sockets. Rejects with Node's own error if the port is taken. */
export const listen = async (options: ListenOptions): Promise<DnsListener> => {
  const { host, port } = options
  const sockets = new Set<Socket>()
  const tcp = createServer(socket => serveStream(socket, sockets, options))
  tcp.listen(port, host)
  await once(tcp, 'listening')
  const taken = portOf(tcp)
  try {
    const udp = await bound(host, taken)
    serveDatagrams(udp, options)
    return { port: taken, close: () => close(udp, tcp, sockets) }
  } catch (error) {
    tcp.close()
    throw error
  }
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const bound = async (host: string, port: number): Promise<UdpSocket> => {
  const udp = createSocket({
    type: host.includes(':') ? 'udp6' : 'udp4',
    recvBufferSize: 4 * 1024 * 1024,
    // An address is an address: to look it up would put every reply off to another turn.
    lookup: (address, _options, found) => found(null, address, 0),
  })
  const listening = once(udp, 'listening')
  udp.bind(port, host)
  await listening
  return udp
}

// A client that sends nothing for so long, in milliseconds, is let go.
const idle = 10_000

const serveStream = (socket: Socket, sockets: Set<Socket>, options: ListenOptions): void => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('error', () => socket.destroy())
  socket.setTimeout(idle, () => socket.destroy())
  const frames = tcpFrames()
  const source = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 }
  // Answers keep the order of the questions.
  let last: Promise<void> = Promise.resolve()
  socket.on('data', chunk => {
    // Nothing more is read until these are answered: a client cannot pile up work.
    socket.pause()
    for (const message of frames(chunk)) {
      last = last.then(() => answerStream(socket, message, source, options)).catch(() => {})
    }
    last = last.then(() => void socket.resume())
  })
}

const answerStream = async (
  socket: Socket,
  message: Uint8Array,
  source: Query['source'],
  { look, ask }: ListenOptions,
): Promise<void> => {
  await look?.()
  for (const reply of await handlePacket(message, { source, transport: 'tcp' }, ask)) {
    if (socket.writable) socket.write(tcpFrame(reply))
  }
}

const close = async (udp: UdpSocket, tcp: Server, sockets: ReadonlySet<Socket>): Promise<void> => {
  for (const socket of sockets) socket.destroy()
  await Promise.all([
    new Promise<void>(resolve => udp.close(() => resolve())),
    new Promise<void>(resolve => tcp.close(() => resolve())),
  ])
}
