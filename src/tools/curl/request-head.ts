import type { Header } from '../http/reply-head.ts'
import { authorityOf, type HttpUrl } from '../http/url.ts'
import type { CurlOptions } from './options.ts'

/** What goes with a request: a GET that -X did not ask for has nothing. */
export const bodyOf = ({ body, isMethodGiven }: CurlOptions, method: string): string | undefined =>
  !isMethodGiven && (method === 'GET' || method === 'HEAD') ? undefined : body

/** The header lines that curl sends, in its order: -H replaces what it would send itself, or takes it away. */
export const requestHeaders = (options: CurlOptions, url: HttpUrl, method: string): readonly Header[] => {
  const own = [...options.headers, ...(options.isJson ? jsonHeaders : [])].map(readHeader)
  const replaced = new Map(own.map(({ name, value }) => [name.toLowerCase(), value]))
  const user = options.user ?? url.user
  const body = bodyOf(options, method)
  const first: readonly Header[] = [
    ['Host', replaced.get('host') ?? authorityOf(url)],
    ...(user === undefined ? [] : [['Authorization', `Basic ${Buffer.from(user).toString('base64')}`] as const]),
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

const jsonHeaders = ['Content-Type: application/json', 'Accept: application/json']

/** Whether a header that --json adds is one of those that were typed. */
const isOverridden = (name: string, value: string, { headers, isJson }: CurlOptions): boolean =>
  isJson &&
  jsonHeaders.includes(`${name}: ${value}`) &&
  headers.map(readHeader).some(other => other.name.toLowerCase() === name.toLowerCase())

const readHeader = (text: string): { name: string; value: string; isRemoval: boolean } => {
  const [, name = text, sign = ';', rest = ''] = /^([^:;]+)([:;])\s*(.*)$/s.exec(text) ?? []
  const value = rest.trim()
  return { name, value, isRemoval: sign === ':' && value === '' }
}
