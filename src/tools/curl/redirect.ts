import type { ContainerResponse } from '../../api/behaviour.ts'
import { type HttpUrl, redirected } from '../http/url.ts'
import { CurlError } from './curl-error.ts'
import type { CurlOptions, RequestKind } from './options.ts'
import type { Asked } from './request-head.ts'

interface Answered {
  readonly url: HttpUrl
  readonly response: ContainerResponse
}

/** Whether a reply leads elsewhere: its own page is then not for anybody who follows it. */
export const isRedirection = ({ status, headers }: ContainerResponse): boolean =>
  status >= 300 && status < 400 && Boolean(headers.location)

/** Where a reply leads; undefined if it stays, or its Location makes no sense. */
export const redirectOf = ({ url, response }: Answered): HttpUrl | undefined =>
  isRedirection(response) ? redirected(url, response.headers.location ?? '') : undefined

interface Following {
  readonly options: CurlOptions
  /** The first URL of the transfer. */
  readonly first: HttpUrl
  /** Tells a line of -v. */
  say(text: string): void
  /** Tells that another request is made, and where it goes. */
  announce(url: HttpUrl): void
}

/** The request that a redirection leads to. Throws CurlError. */
export const followed = (answered: Answered, { kind }: Asked, following: Following): Asked => {
  const { options, first, say, announce } = following
  const url = redirectOf(answered)
  if (!url) throw unparsed('Malformed input to a URL function', 3)
  if (url.scheme !== 'http' && url.scheme !== 'https') throw unparsed('Unsupported URL scheme', 1)
  if (url.port !== answered.url.port && !options.isTrusting) {
    say(`Clear auth, redirects to port from ${answered.url.port} to ${url.port}`)
  }
  announce(url)
  const isOtherHost = url.host.toLowerCase() !== first.host.toLowerCase()
  const isAway = !options.isTrusting && (isOtherHost || url.port !== first.port || url.scheme !== first.scheme)
  return { url, kind: kindAfter(kind, answered.response.status, following), isAway, isOtherHost }
}

const unparsed = (reason: string, code: number): CurlError =>
  new CurlError(code, `The redirect target URL could not be parsed: ${reason}`)

/** What was posted is not posted again, as browsers do; after 303 nothing is sent any more (RFC 9110, section 15.4.4). */
const kindAfter = (kind: RequestKind, status: number, { options, say }: Following): RequestKind => {
  if (kind === 'POST' && options.postsAgain.includes(status)) return kind
  if ((status === 301 || status === 302) && kind === 'POST') {
    say('Switch from POST to GET')
    return 'GET'
  }
  if (status !== 303 || kind === 'GET') return kind
  const next = kind === 'HEAD' ? 'HEAD' : 'GET'
  say(`Switch to ${next}`)
  return next
}
