import type { Header } from '../http/reply-head.ts'
import { authorityOf, type HttpUrl } from '../http/url.ts'
import type { CurlOptions, RequestKind } from './options.ts'

/** A request as it is to be made. */
export interface Asked {
  readonly url: HttpUrl
  readonly kind: RequestKind
  /** Whether a redirection led to somebody else than the one who was meant: names and passwords are not for them. */
  readonly isAway: boolean
  readonly isOtherHost: boolean
}

/** What goes with a request: a redirection may have made a POST into a GET, which has nothing. */
export const bodyOf = ({ body }: CurlOptions, { kind }: Asked): string | undefined =>
  kind === 'POST' || kind === 'PUT' ? body : undefined

/** The header lines that curl sends, in its order: -H replaces what it would send itself, or takes it away. */
export const requestHeaders = (options: CurlOptions, asked: Asked): readonly Header[] => {
  const { url } = asked
  const own = [...options.headers, ...(options.isJson ? jsonHeaders : [])]
    .filter(text => /^[^:;]+[:;]/.test(text))
    .map(readHeader)
    .filter(({ name }) => !isWithheld(name, asked))
  const replaced = new Map(own.map(({ name, value }) => [name.toLowerCase(), value]))
  const authorization = authorizationOf(options, asked)
  const body = bodyOf(options, asked)
  const first: readonly Header[] = [
    ['Host', replaced.get('host') ?? authorityOf(url)],
    ...(authorization === undefined ? [] : [['Authorization', authorization] as const]),
    ['User-Agent', options.userAgent],
    ['Accept', '*/*'],
    ...(options.compressed ? [['Accept-Encoding', 'deflate, gzip, br, zstd'] as const] : []),
    ...(options.referer === undefined ? [] : [['Referer', options.referer] as const]),
    ...(options.cookie === undefined ? [] : [['Cookie', options.cookie] as const]),
  ]
  const last: readonly Header[] =
    body === undefined
      ? []
      : [
          ['Content-Length', String(Buffer.byteLength(body))],
          ...(options.bodyType ? [['Content-Type', options.bodyType] as const] : []),
        ]
  const isKept = ([name, value]: Header): boolean =>
    value !== '' && (name === 'Host' || !replaced.has(name.toLowerCase()))
  const added = own
    .filter(({ name, isRemoval }) => !isRemoval && name.toLowerCase() !== 'host')
    .filter(({ name, value }) => !isOverridden(name, value, options))
    .map(({ name, value }): Header => [name, value])
  return [...first.filter(isKept), ...added, ...last.filter(isKept)]
}

/** What says who asks; undefined to somebody whom nobody meant. */
export const authorizationOf = ({ user, bearer }: CurlOptions, { url, isAway }: Asked): string | undefined => {
  if (isAway) return undefined
  if (bearer !== undefined) return `Bearer ${bearer}`
  const name = user ?? url.user
  return name === undefined ? undefined : `Basic ${Buffer.from(name).toString('base64')}`
}

const isWithheld = (name: string, { isAway, isOtherHost }: Asked): boolean =>
  (isAway && /^(authorization|cookie)$/i.test(name)) || (isOtherHost && /^host$/i.test(name))

const jsonHeaders = ['Content-Type: application/json', 'Accept: application/json']

/** Whether a header that --json adds is one of those that were typed. */
const isOverridden = (name: string, value: string, { headers, isJson }: CurlOptions): boolean =>
  isJson &&
  jsonHeaders.includes(`${name}: ${value}`) &&
  headers.map(readHeader).some(other => other.name.toLowerCase() === name.toLowerCase())

const readHeader = (text: string): { name: string; value: string; isRemoval: boolean } => {
  const [, name = text, sign = ';', rest = ''] = /^([^:;]+)([:;]) ?(.*)$/s.exec(text) ?? []
  const value = rest.trimEnd()
  return { name, value, isRemoval: sign === ':' && value.trim() === '' }
}
