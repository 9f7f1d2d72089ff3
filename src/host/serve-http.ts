import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RestHandler, RestRequest } from '../api/rest.ts'
import type { HttpPlace, Listener } from '../cli/world/world.ts'

/** Serves a handler at a port or a socket until it is closed. */
export const serveHttp = (
  { place, keepAlive = 0 }: { place: HttpPlace; keepAlive?: number | undefined },
  handler: RestHandler,
): Promise<Listener> => {
  const probing = keepAlive > 0 ? { keepAlive: true, keepAliveInitialDelay: keepAlive } : {}
  const server = createServer({ ...probing, keepAliveTimeout: 0, requestTimeout: 0 }, (incoming, outgoing) => {
    answer(incoming, outgoing, handler).catch(() => outgoing.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(place, () => {
      const close = (): void => {
        server.close()
        server.closeAllConnections()
      }
      const bound = server.address()
      resolve({ port: typeof bound === 'object' ? ((bound as AddressInfo | null)?.port ?? 0) : 0, close })
    })
  })
}

const answer = async (incoming: IncomingMessage, outgoing: ServerResponse, handler: RestHandler): Promise<void> => {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  const { status, headers, body } = await handler(await requestOf(incoming, gone.signal))
  outgoing.writeHead(status, headers.flat())
  if (typeof body === 'string' || body instanceof Uint8Array) {
    outgoing.end(body)
    return
  }
  // Who watches is told at once that there is something to watch.
  outgoing.flushHeaders()
  await pipeline(Readable.from(body), outgoing)
}

const requestOf = async (incoming: IncomingMessage, signal: AbortSignal): Promise<RestRequest> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const { method = 'GET', url: path = '/' } = incoming
  const headers = Object.entries(incoming.headers).map(([name, value = '']) => [name, String(value)])
  return { method, path, headers: Object.fromEntries(headers), body: Buffer.concat(chunks), signal }
}
