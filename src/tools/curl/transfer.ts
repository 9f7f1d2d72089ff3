import type { ContainerResponse } from '../../api/behaviour.ts'
import type { Attempt } from '../http/dial.ts'
import { type Header, replyHeaders, statusLine } from '../http/reply-head.ts'
import { authorityOf, type HttpUrl, readUrl, redirected, urlText } from '../http/url.ts'
import type { ToolWorld } from '../tool.ts'
import { connectTo } from './connect.ts'
import { CurlError } from './curl-error.ts'
import type { CurlOptions } from './options.ts'
import { bodyOf, requestHeaders } from './request-head.ts'

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
  /** The connection: its number, and its place in the pool. */
  readonly number: number
  readonly key: string
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
      const failure = failureOf(exchanged, options)
      tellEnd(exchanged, { ...transferring, failure })
      const next = failure === undefined && options.follow ? redirectOf(exchanged) : undefined
      if (!next) return { exchanges, error: failure, elapsed: world.clock.now() - began }
      if (exchanges.length > options.mostRedirects)
        throw new CurlError(47, `Maximum (${options.mostRedirects}) redirects followed`)
      transferring.say(`Issue another request to this URL: '${urlText(next)}'`)
      // What was posted is not posted again, as browsers do.
      if (exchanged.response.status < 304 && method === 'POST') {
        transferring.say('Switch from POST to GET')
        method = 'GET'
      }
      url = next
    }
  } catch (error) {
    if (error instanceof CurlError) return { exchanges, error, elapsed: world.clock.now() - began }
    throw error
  }
}

/** What -f makes of an answer. */
const failureOf = ({ response: { status } }: Exchanged, { fail, failWithBody }: CurlOptions): CurlError | undefined => {
  if (!(fail || failWithBody) || status < 400) return undefined
  const kind = status >= 500 || status === 408 || status === 429 ? 'passing' : 'lasting'
  return new CurlError(22, `The requested URL returned error: ${status}`, kind)
}

/** What -v tells after the head of a reply: -f does not wait for the body, -L throws it away. */
const tellEnd = (
  { response, url, number, key }: Exchanged,
  { options, say, pool, failure }: Transferring & { readonly failure: CurlError | undefined },
): void => {
  if (failure && options.fail) {
    pool.delete(key)
    say(failure.message)
    say(`Closing connection ${number}`)
    return
  }
  if (options.follow && redirectOf({ url, response }) && response.body !== '') say('Ignoring the response-body')
  say(`Connection #${number} to host ${url.host} left intact`)
}

const startOf = (typed: string, { query }: CurlOptions): HttpUrl => {
  const url = readUrl(typed)
  if (!url) throw new CurlError(3, 'URL using bad/illegal format or missing URL')
  if (url.scheme !== 'http' && url.scheme !== 'https') {
    throw new CurlError(1, `Protocol "${url.scheme}" not supported or disabled in libcurl`)
  }
  return query === undefined ? url : { ...url, path: `${url.path}${url.path.includes('?') ? '&' : '?'}${query}` }
}

const redirectOf = ({ url, response }: Pick<Exchanged, 'url' | 'response'>): HttpUrl | undefined => {
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
  if (options.verbose)
    showLines(world, '>', [`${method} ${url.path} HTTP/${options.httpVersion}`, ...sent.map(lineOf), ''])
  const response = await open.connection.request({
    method,
    path: url.path,
    headers: Object.fromEntries(sent.map(([name, value]) => [name.toLowerCase(), value])),
    body: bodyOf(options, method) ?? '',
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
  const isCut = options.fail && response.status >= 400
  const lines = [statusLine(response), ...headers.map(lineOf), ...(isCut ? [] : [''])]
  if (options.verbose) showReply(lines, transferring, options.follow && method === 'POST')
  return { url, method, address: open.address, response, headers, sent, isNew: !kept, number: open.number, key }
}

/** With a body sent, curl knows by the Location that it may have to send it again. */
const showReply = (lines: readonly string[], { world, say }: Transferring, isPosted: boolean): void => {
  for (const line of lines) {
    if (isPosted && /^location:/i.test(line)) say('Please rewind output before next send')
    showLines(world, '<', [line])
  }
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
