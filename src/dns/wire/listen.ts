import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { type Ask, handlePacket } from './handle.ts'
import { tcpFrame, tcpFrames } from './tcp-frames.ts'

export interface DnsListener {
  /** The port taken; the same for UDP and TCP. */
  readonly port: number
  close(): Promise<void>
}

interface ListenOptions {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  readonly ask: Ask
}

/** Serves queries on UDP and TCP sockets. Rejects with Node's own error if the port is taken. */
export const listen = async ({ host, port, ask }: ListenOptions): Promise<DnsListener> => {
  const sockets = new Set<Socket>()
  const tcp = createServer(socket => serveStream(socket, sockets, ask))
  tcp.listen(port, host)
  await once(tcp, 'listening')
  const taken = portOf(tcp)
  const udp = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4', recvBufferSize: 4 * 1024 * 1024 })
  try {
    udp.bind(taken, host)
    await once(udp, 'listening')
  } catch (error) {
    tcp.close()
    throw error
  }
  serveDatagrams(udp, ask)
  return { port: taken, close: () => close(udp, tcp, sockets) }
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const serveDatagrams = (udp: UdpSocket, ask: Ask): void => {
  udp.on('error', () => {})
  udp.on('message', async (bytes, { address, port }) => {
    const replies = await handlePacket(bytes, { source: { address, port }, transport: 'udp' }, ask).catch(nothing)
    for (const reply of replies) udp.send(reply, port, address, () => {})
  })
}

// A client that sends nothing for so long, in milliseconds, is let go.
const idle = 10_000

const serveStream = (socket: Socket, sockets: Set<Socket>, ask: Ask): void => {
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
    for (const message of frames(chunk)) last = last.then(() => answerStream(socket, message, source, ask))
    last = last.then(() => void socket.resume())
  })
}

const answerStream = async (
  socket: Socket,
  message: Uint8Array,
  source: { readonly address: string; readonly port: number },
  ask: Ask,
): Promise<void> => {
  const replies = await handlePacket(message, { source, transport: 'tcp' }, ask).catch(nothing)
  for (const reply of replies) if (socket.writable) socket.write(tcpFrame(reply))
}

const nothing = (): readonly Uint8Array[] => []

const close = async (udp: UdpSocket, tcp: Server, sockets: ReadonlySet<Socket>): Promise<void> => {
  for (const socket of sockets) socket.destroy()
  await Promise.all([
    new Promise<void>(resolve => udp.close(() => resolve())),
    new Promise<void>(resolve => tcp.close(() => resolve())),
  ])
}
