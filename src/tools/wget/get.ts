import type { ContainerResponse } from '../../api/behaviour.ts'
import { type Attempt, type Dialled, dial } from '../http/dial.ts'
import { authorityOf, type HttpUrl, redirected } from '../http/url.ts'
import type { ToolWorld } from '../tool.ts'
import type { WgetOptions } from './arguments.ts'

/** What wget does on the way, for who tells of it. */
export interface Telling {
  connecting?(url: HttpUrl): void
  /** A redirection leads to the same server, over the connection that there is; who has no word for it makes another. */
  reused?(url: HttpUrl): void
  /** The name has an address, or the connection failed. */
  dialled?(url: HttpUrl, dialled: Dialled): void
  replied?(url: HttpUrl, response: ContainerResponse): void
  redirecting?(url: HttpUrl, location: string): void
}

export type Got =
  | { readonly outcome: 'replied'; readonly response: ContainerResponse; readonly url: HttpUrl }
  | { readonly outcome: 'failed'; readonly dialled: Dialled; readonly url: HttpUrl }
  | { readonly outcome: 'silent' | 'untrusted' | 'noTls' | 'tooMany'; readonly url: HttpUrl }

const mostRedirects = 20

/** One GET or POST, redirections followed, as both dialects of wget do it. */
export const get = async (world: ToolWorld, start: HttpUrl, options: WgetOptions, telling: Telling): Promise<Got> => {
  let url = start
  let open: { readonly attempt: Attempt; readonly place: string } | undefined
  for (let count = 0; count <= mostRedirects; count++) {
    telling.connecting?.(url)
    const place = `${url.scheme}://${authorityOf(url)}`
    if (telling.reused && open?.place === place) telling.reused(url)
    else {
      const dialled = await dial(world, { host: url.host, port: url.port, patience: options.timeout })
      telling.dialled?.(url, dialled)
      if (dialled.outcome !== 'connected') return { outcome: 'failed', dialled, url }
      open = { attempt: dialled.last, place }
    }
    const problem = url.scheme === 'https' ? tlsProblem(open.attempt, url, options) : undefined
    if (problem) return { outcome: problem, url }
    const response = await ask(open.attempt, url, options)
    world.wait(1)
    if (!response) return { outcome: 'silent', url }
    telling.replied?.(url, response)
    const { location } = response.headers
    const next = response.status >= 300 && response.status < 400 && location ? redirected(url, location) : undefined
    if (!next) return { outcome: 'replied', response, url }
    telling.redirecting?.(url, location ?? '')
    url = next
  }
  return { outcome: 'tooMany', url }
}

const tlsProblem = (
  { connection }: Attempt,
  { host }: HttpUrl,
  { insecure }: WgetOptions,
): 'untrusted' | 'noTls' | undefined => {
  const { certificate } = connection
  if (!certificate) return 'noTls'
  return insecure || (certificate.trusted && certificate.names.includes(host)) ? undefined : 'untrusted'
}

const ask = (
  { connection }: Attempt,
  url: HttpUrl,
  { headers, body, method, userAgent, spider }: WgetOptions,
): Promise<ContainerResponse | undefined> =>
  connection.request({
    method: method ?? (body === undefined ? (spider ? 'HEAD' : 'GET') : 'POST'),
    path: url.path,
    headers: {
      host: authorityOf(url),
      'user-agent': userAgent ?? 'Wget',
      connection: 'close',
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    body: body ?? '',
    encrypted: url.scheme === 'https',
  })
