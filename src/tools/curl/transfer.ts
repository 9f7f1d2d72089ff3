import { type HttpUrl, readUrl, urlText, withoutDots } from '../http/url.ts'
import { CurlError } from './curl-error.ts'
import { type Contact, type Exchanged, exchange } from './exchange.ts'
import type { CurlOptions } from './options.ts'
import { followed, isRedirection } from './redirect.ts'
import type { Asked } from './request-head.ts'
import type { Transferring } from './transferring.ts'

/** All that one URL led to: the replies in order, the last one being the answer. */
export interface Transferred {
  readonly exchanges: readonly Exchanged[]
  /** The requests that went out, those without an answer too. */
  readonly contacts: readonly Contact[]
  /** The URL that was asked last, if it was one. */
  readonly url: HttpUrl | undefined
  readonly redirects: number
  readonly error: CurlError | undefined
  /** Milliseconds. */
  readonly elapsed: number
}

/** Fetches a URL, following redirections if it is to. Gives failures back, together with what came before them. */
export const transfer = async (transferring: Transferring, typed: string): Promise<Transferred> => {
  const { world } = transferring
  const began = world.clock.now()
  const trail: Trail = { exchanges: [], contacts: [], url: undefined, redirects: 0 }
  const made = (error: CurlError | undefined): Transferred => ({ ...trail, error, elapsed: world.clock.now() - began })
  try {
    return made(await follow(transferring, { typed, trail, began }))
  } catch (error) {
    if (!(error instanceof CurlError)) throw error
    // Nothing was begun for a name that nobody has, and of a reply the end was shown.
    if (![1, 3, 6, 47].includes(error.code)) endMeter(transferring, undefined, world.clock.now() - began)
    return made(error)
  }
}

interface Trail {
  readonly exchanges: Exchanged[]
  readonly contacts: Contact[]
  url: HttpUrl | undefined
  redirects: number
}

/** Asks until nothing leads further. Gives what -f makes of the last answer; throws CurlError. */
const follow = async (
  transferring: Transferring,
  { typed, trail, began }: { readonly typed: string; readonly trail: Trail; readonly began: number },
): Promise<CurlError | undefined> => {
  const { world, options, say } = transferring
  const first = startOf(typed, transferring)
  let asked: Asked = { url: first, kind: options.kind, isAway: false, isOtherHost: false }
  for (;;) {
    trail.url = asked.url
    const sending = (contact: Contact): void => void trail.contacts.push(contact)
    const exchanged = await exchange(transferring, { asked, began, sending })
    trail.exchanges.push(exchanged)
    const failure = failureOf(exchanged, options)
    tellEnd(exchanged, { ...transferring, failure, elapsed: world.clock.now() - began })
    if (failure || !options.follow || !isRedirection(exchanged.response)) return failure
    if (trail.redirects >= options.mostRedirects) throw tooMany(options.mostRedirects, say)
    const announce = (url: HttpUrl): void => {
      trail.redirects++
      say(`Issue another request to this URL: '${urlText(url)}'`)
    }
    asked = followed(exchanged, asked, { options, first, say, announce })
  }
}

const tooMany = (most: number, say: Transferring['say']): CurlError => {
  const error = new CurlError(47, `Maximum (${most}) redirects followed`)
  say(error.message)
  return error
}

/** What -f makes of an answer. */
const failureOf = ({ response: { status } }: Exchanged, { fail, failWithBody }: CurlOptions): CurlError | undefined => {
  if (!(fail || failWithBody) || status < 400) return undefined
  const kind = status >= 500 || status === 408 || status === 429 ? 'passing' : 'lasting'
  return new CurlError(22, `The requested URL returned error: ${status}`, kind)
}

interface Ending extends Transferring {
  readonly failure: CurlError | undefined
  readonly elapsed: number
}

/** What -v tells after the head of a reply: -f does not wait for the body, -L throws it away. */
const tellEnd = (exchanged: Exchanged, { failure, elapsed, ...transferring }: Ending): void => {
  const { response, number, hostName, key } = exchanged
  const { options, say, pool } = transferring
  const isCut = failure !== undefined && options.fail
  if (isCut) say(failure.message)
  else if (options.follow && isRedirection(response) && response.body !== '' && options.kind !== 'HEAD')
    say('Ignoring the response-body')
  endMeter(transferring, { ...exchanged, isCut }, elapsed)
  if (isCut) pool.delete(key)
  say(isCut ? `Closing connection ${number}` : `Connection #${number} to host ${hostName} left intact`)
}

const endMeter = (
  { meter, options }: Transferring,
  exchanged: (Exchanged & { readonly isCut: boolean }) | undefined,
  elapsed: number,
): void => {
  const expected = Buffer.byteLength(exchanged?.response.body ?? '')
  const isWhole = exchanged && !exchanged.isCut && options.kind !== 'HEAD'
  meter.end({ expected, received: isWhole ? expected : 0, sent: exchanged?.bodySize ?? 0, elapsed })
}

const startOf = (typed: string, { options: { query, pathAsIs }, say }: Transferring): HttpUrl => {
  const url = readUrl(typed.replace(/^([a-zA-Z]+:)?\/{1,3}(?=[^/])/, (_, scheme = '') => `${scheme || 'http:'}//`))
  if (!url) {
    // What curl itself says of a connection that there never was.
    say('Closing connection -1')
    throw new CurlError(3, 'URL using bad/illegal format or missing URL')
  }
  if (url.scheme !== 'http' && url.scheme !== 'https') {
    throw new CurlError(1, `Protocol "${url.scheme}" not supported or disabled in libcurl`)
  }
  const plain = pathAsIs ? url : withoutDots(url)
  return query === undefined
    ? plain
    : { ...plain, path: `${plain.path}${plain.path.includes('?') ? '&' : '?'}${query}` }
}
