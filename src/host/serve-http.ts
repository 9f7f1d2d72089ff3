import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RestHandler, RestRequest, RestResponse } from '../api/rest.ts'
import type { HttpPlace, Listener } from '../cli/world/world.ts'

/** Serves a handler at a port or a socket until it is closed. */
export const serveHttp = (
  { place, keepAlive = 0 }: { place: HttpPlace; keepAlive?: number | undefined },
  handler: RestHandler,
): Promise<Listener> => {
  const server = createServer({ keepAliveTimeout: keepAlive, requestTimeout: 0 }, (incoming, outgoing) => {
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
  send(outgoing, { status, headers })
  if (typeof body === 'string' || body instanceof Uint8Array) outgoing.end(body)
  else await pipeline(Readable.from(body), outgoing)
}

const send = (outgoing: ServerResponse, { status, headers }: Pick<RestResponse, 'status' | 'headers'>): void => {
  outgoing.writeHead(status, headers.flat())
  outgoing.flushHeaders()
}

const requestOf = async (incoming: IncomingMessage, signal: AbortSignal): Promise<RestRequest> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const { method = 'GET', url: path = '/' } = incoming
  const headers = Object.entries(incoming.headers).map(([name, value = '']) => [name, String(value)])
  return { method, path, headers: Object.fromEntries(headers), body: Buffer.concat(chunks), signal }
}
