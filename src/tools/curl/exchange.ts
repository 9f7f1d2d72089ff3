import type { ContainerResponse } from '../../api/behaviour.ts'
import { type Header, replyHeaders, statusLine } from '../http/reply-head.ts'
import { authorityOf, type HttpUrl } from '../http/url.ts'
import type { ToolWorld } from '../tool.ts'
import { connectTo } from './connect.ts'
import { CurlError } from './curl-error.ts'
import { isRedirection } from './redirect.ts'
import { type Asked, authorizationOf, bodyOf, requestHeaders } from './request-head.ts'
import type { Open, Transferring } from './transferring.ts'

/** A request that somebody was there for, whether an answer came or not. */
export interface Contact {
  readonly url: HttpUrl
  /** The word in its first line. */
  readonly method: string
  readonly address: string
  readonly sent: readonly Header[]
  /** Bytes. */
  readonly bodySize: number
  readonly isNew: boolean
  /** The connection: its number, the name that -v gives the host, and its place in the pool. */
  readonly number: number
  readonly hostName: string
  readonly key: string
  /** Milliseconds from the beginning of the transfer. */
  readonly at: number
}

/** One reply, and what led to it. */
export interface Exchanged extends Contact {
  readonly response: ContainerResponse
  readonly headers: readonly Header[]
}

interface Exchanging {
  readonly asked: Asked
  /** When the transfer began. */
  readonly began: number
  /** Hears of the request as soon as it goes out. */
  sending(contact: Contact): void
}

/** Asks once, over a connection that is there or a new one. Throws CurlError. */
export const exchange = async (transferring: Transferring, exchanging: Exchanging): Promise<Exchanged> => {
  const { world, options } = transferring
  const { asked, sending } = exchanging
  const { open, contact } = await contacted(transferring, exchanging)
  sending(contact)
  tellRequest(contact, asked, transferring)
  const response = await open.connection.request({
    method: contact.method,
    path: asked.url.path,
    headers: Object.fromEntries(contact.sent.map(([name, value]) => [name.toLowerCase(), value])),
    body: bodyOf(options, asked) ?? '',
    encrypted: asked.url.scheme === 'https',
  })
  world.wait(1)
  if (!response) throw unanswered(transferring, contact)
  const exchanged = { ...contact, response, headers: replyHeaders(response, world.clock.now()) }
  if (options.verbose) showReply(exchanged, transferring)
  return exchanged
}

const contacted = async (
  transferring: Transferring,
  { asked, began }: Exchanging,
): Promise<{ readonly open: Open; readonly contact: Contact }> => {
  const { world, options } = transferring
  const key = `${asked.url.scheme}://${authorityOf(asked.url)}`
  const { open, isNew } = await opened(transferring, { url: asked.url, began, key })
  const { address, number, hostName } = open
  const contact = {
    ...{ url: asked.url, method: options.word ?? asked.kind, address, number, hostName, isNew, key },
    sent: requestHeaders(options, asked),
    bodySize: Buffer.byteLength(bodyOf(options, asked) ?? ''),
    at: world.clock.now() - began,
  }
  return { open, contact }
}

interface Opening {
  readonly url: HttpUrl
  readonly began: number
  readonly key: string
}

const opened = async (
  transferring: Transferring,
  { url, began, key }: Opening,
): Promise<{ readonly open: Open; readonly isNew: boolean }> => {
  const { pool, say } = transferring
  const kept = pool.get(key)
  if (kept) {
    tellReuse(say, kept.number, url.host)
    return { open: kept, isNew: false }
  }
  const number = pool.size
  const open = { ...(await connectTo({ ...transferring, url, began, number })), number }
  pool.set(key, open)
  return { open, isNew: true }
}

const tellRequest = ({ method, url, sent }: Contact, asked: Asked, { world, options, say }: Transferring): void => {
  const [scheme] = (authorizationOf(options, asked) ?? '').split(' ')
  const [user] = (options.user ?? url.user ?? '').split(':')
  if (scheme) say(`Server auth using ${scheme} with user '${user}'`)
  if (!options.verbose) return
  showLines(world, '>', [`${method} ${url.path} HTTP/${options.httpVersion}`, ...sent.map(lineOf), ''])
}

const unanswered = ({ pool, say }: Transferring, { key, number }: Contact): CurlError => {
  pool.delete(key)
  say('Empty reply from server')
  say(`Closing connection ${number}`)
  return new CurlError(52, 'Empty reply from server')
}

/** With a body sent, curl knows by the Location that it may have to send it again. */
const showReply = ({ response, headers, bodySize }: Exchanged, { world, options, say }: Transferring): void => {
  const isCut = options.fail && response.status >= 400
  for (const line of [statusLine(response), ...headers.map(lineOf), ...(isCut ? [] : [''])]) {
    if (options.follow && bodySize > 0 && isRedirection(response) && /^location:/i.test(line)) {
      say('Please rewind output before next send')
    }
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
