import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ContainerRequest } from '../api/behaviour.ts'
import type { Listener, Listening } from '../cli/world/world.ts'
import { replyHeaders } from '../tools/http/reply-head.ts'

/** Serves HTTP at an address until it is closed; connections stay open as long as their clients like. */
export const listen = ({ host, port, onConnection, onRequest }: Listening): Promise<Listener> => {
  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 })
  server.on('connection', onConnection)
  server.on('clientError', (_, socket) => socket.destroy())
  server.on('request', (incoming, outgoing) => {
    answer(incoming, outgoing, onRequest).catch(() => outgoing.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, ipv6Only: host.includes(':') }, () => {
      const { port: bound } = server.address() as AddressInfo
      const close = (): void => {
        server.close()
        server.closeAllConnections()
      }
      resolve({ port: bound, close })
    })
  })
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
  // A container takes who comes through a forwarded port for a neighbour.
  const client = `127.0.0.1:${incoming.socket.remotePort}`
  return { method, path, headers: Object.fromEntries(texts), body: Buffer.concat(chunks).toString(), client }
}
