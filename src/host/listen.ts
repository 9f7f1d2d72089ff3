import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Socket } from 'node:net'
import type { ContainerRequest } from '../api/behaviour.ts'
import type { Listener, Listening } from '../cli/world/world.ts'
import { replyHeaders } from '../tools/http/reply-head.ts'
import { converse } from './converse.ts'

/**
 * Lets programs connect to an address until it is closed: to a web server, or to who says something to bytes.
 * Connections stay open as long as their clients like.
 */
export const listen = ({ host, port, onConnection, onRequest }: Listening): Promise<Listener> => {
  const web = webServer(onRequest)
  const open = new Set<Socket>()
  const server = createNetServer({ allowHalfOpen: true }, socket => {
    open.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket))
    serve(socket, onConnection, web).catch(() => socket.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, ipv6Only: host.includes(':') }, () => {
      const { port: bound } = server.address() as AddressInfo
      const close = (): void => {
        server.close()
        for (const socket of open) socket.destroy()
      }
      resolve({ port: bound, close })
    })
  })
}

const webServer = (onRequest: Listening['onRequest']): Server => {
  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 })
  server.on('clientError', (_, socket) => socket.destroy())
  server.on('request', (incoming, outgoing) => {
    answer(incoming, outgoing, onRequest).catch(() => outgoing.destroy())
  })
  return server
}

const serve = async (socket: Socket, onConnection: Listening['onConnection'], web: Server): Promise<void> => {
  const speaker = await onConnection(clientOf(socket))
  if (speaker === 'http') web.emit('connection', socket)
  else if (speaker) await converse(socket, speaker)
  else socket.destroy()
}

const answer = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  onRequest: Listening['onRequest'],
): Promise<void> => {
  const response = await onRequest(await requestOf(incoming))
  if (!response) {
    incoming.socket.destroy()
    return
  }
  // The lines of a header are those that the simulated curl shows, in their order.
  outgoing.sendDate = false
  outgoing.writeHead(response.status, replyHeaders(response, Date.now()).flat())
  outgoing.end(incoming.method === 'HEAD' ? undefined : response.body)
}

const requestOf = async (incoming: IncomingMessage): Promise<ContainerRequest> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const { method = 'GET', url: path = '/', headers } = incoming
  const texts = Object.entries(headers).map(([name, value = '']) => [name, String(value)])
  const body = Buffer.concat(chunks).toString()
  return { method, path, headers: Object.fromEntries(texts), body, client: clientOf(incoming.socket) }
}

/** A container takes who comes through a forwarded port for a neighbour. */
const clientOf = ({ remotePort }: Socket): string => `127.0.0.1:${remotePort}`
