import type { ContainerResponse } from '../../api/behaviour.ts'
import type { Attempt } from '../http/dial.ts'
import { type Header, replyHeaders, statusLine } from '../http/reply-head.ts'
import { authorityOf, type HttpUrl, readUrl, redirected, urlText } from '../http/url.ts'
import type { ToolWorld } from '../tool.ts'
import { connectTo } from './connect.ts'
import { CurlError } from './curl-error.ts'
import type { CurlOptions } from './options.ts'
import { requestHeaders } from './request-head.ts'

/** A connection that is kept for the next request to the same place. */
export interface Open extends Attempt {
  readonly number: number
}

export interface Transferring {
  readonly world: ToolWorld
  readonly options: CurlOptions
  /** By scheme, host and port. */
  readonly pool: Map<string, Open>
  say(text: string): void
}

/** One reply, and what led to it. */
export interface Exchanged {
  readonly url: HttpUrl
  readonly method: string
  readonly address: string
  readonly response: ContainerResponse
  readonly headers: readonly Header[]
  readonly sent: readonly Header[]
  readonly isNew: boolean
}

/** All that one URL led to: the replies in order, the last one being the answer. */
export interface Transferred {
  readonly exchanges: readonly Exchanged[]
  readonly error: CurlError | undefined
  /** Milliseconds. */
  readonly elapsed: number
}

/** Fetches a URL, following redirections if it is to. Gives failures back, together with what came before them. */
export const transfer = async (transferring: Transferring, typed: string): Promise<Transferred> => {
  const { world, options } = transferring
  const began = world.clock.now()
  const exchanges: Exchanged[] = []
  try {
    let url = startOf(typed, options)
    let method = options.method
    for (;;) {
      const exchanged = await exchange(transferring, { url, method, began })
      exchanges.push(exchanged)
      const next = options.follow ? redirectOf(exchanged) : undefined
      if (!next) break
      if (exchanges.length > options.mostRedirects)
        throw new CurlError(47, `Maximum (${options.mostRedirects}) redirects followed`)
      transferring.say(`Issue another request to this URL: '${urlText(next)}'`)
      // What was posted is not posted again, as browsers do.
      if (exchanged.response.status < 304 && method === 'POST') method = 'GET'
      url = next
    }
    const { status } = exchanges.at(-1)?.response ?? { status: 0 }
    const isError = (options.fail || options.failWithBody) && status >= 400
    const kind = status >= 500 || status === 408 || status === 429 ? 'passing' : 'lasting'
    const error = isError ? new CurlError(22, `The requested URL returned error: ${status}`, kind) : undefined
    return { exchanges, error, elapsed: world.clock.now() - began }
  } catch (error) {
    if (error instanceof CurlError) return { exchanges, error, elapsed: world.clock.now() - began }
    throw error
  }
}

const startOf = (typed: string, { query }: CurlOptions): HttpUrl => {
  const url = readUrl(typed)
  if (!url) throw new CurlError(3, 'URL using bad/illegal format or missing URL')
  if (url.scheme !== 'http' && url.scheme !== 'https') {
    throw new CurlError(1, `Protocol "${url.scheme}" not supported or disabled in libcurl`)
  }
  return query === undefined ? url : { ...url, path: `${url.path}${url.path.includes('?') ? '&' : '?'}${query}` }
}

const redirectOf = ({ url, response }: Exchanged): HttpUrl | undefined => {
  const { location } = response.headers
  return response.status >= 300 && response.status < 400 && location ? redirected(url, location) : undefined
}

const exchange = async (
  transferring: Transferring,
  { url, method, began }: { readonly url: HttpUrl; readonly method: string; readonly began: number },
): Promise<Exchanged> => {
  const { world, options, say, pool } = transferring
  const key = `${url.scheme}://${authorityOf(url)}`
  const kept = pool.get(key)
  if (kept) tellReuse(say, kept.number, url.host)
  const open = kept ?? { ...(await connectTo({ ...transferring, url, began, number: pool.size })), number: pool.size }
  pool.set(key, open)
  const sent = requestHeaders(options, url, method)
  if (options.user ?? url.user)
    say(`Server auth using Basic with user '${(options.user ?? url.user ?? '').split(':')[0]}'`)
  if (options.verbose) showLines(world, '>', [`${method} ${url.path} HTTP/1.1`, ...sent.map(lineOf), ''])
  const response = await open.connection.request({
    method,
    path: url.path,
    headers: Object.fromEntries(sent.map(([name, value]) => [name.toLowerCase(), value])),
    body: (method === 'GET' || method === 'HEAD' ? undefined : options.body) ?? '',
    encrypted: url.scheme === 'https',
  })
  world.wait(1)
  if (!response) {
    pool.delete(key)
    say('Empty reply from server')
    say(`Closing connection ${open.number}`)
    throw new CurlError(52, 'Empty reply from server')
  }
  const headers = replyHeaders(response, world.clock.now())
  if (options.verbose) showLines(world, '<', [statusLine(response), ...headers.map(lineOf), ''])
  return { url, method, address: open.address, response, headers, sent, isNew: !kept }
}

const tellReuse = (say: Transferring['say'], number: number, host: string): void => {
  say('Found bundle for host: 0x5581c0d3b0c0 [serially]')
  say('Can not multiplex, even if we wanted to')
  say(`Re-using existing connection #${number} with host ${host}`)
}

export const lineOf = ([name, value]: Header): string => `${name}: ${value}`

const showLines = ({ err }: ToolWorld, mark: string, lines: readonly string[]): void =>
  lines.forEach(line => {
    err.write(`${mark} ${line}\n`)
  })
