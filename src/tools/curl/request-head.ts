import type { Header } from '../http/reply-head.ts'
import { authorityOf, type HttpUrl } from '../http/url.ts'
import type { CurlOptions } from './options.ts'

/** The header lines that curl sends, in its order: -H replaces what it would send itself, or takes it away. */
export const requestHeaders = (options: CurlOptions, url: HttpUrl, method: string): readonly Header[] => {
  const own = options.headers.map(readHeader)
  const replaced = new Map(own.map(({ name, value }) => [name.toLowerCase(), value]))
  const user = options.user ?? url.user
  const body = method === 'GET' || method === 'HEAD' ? undefined : options.body
  const first: readonly Header[] = [
    ['Host', replaced.get('host') ?? authorityOf(url)],
    ...(user === undefined ? [] : [['Authorization', `Basic ${Buffer.from(user).toString('base64')}`] as const]),
    ['User-Agent', options.userAgent],
    ['Accept', options.isJson ? 'application/json' : '*/*'],
    ...(options.referer === undefined ? [] : [['Referer', options.referer] as const]),
    ...(options.cookie === undefined ? [] : [['Cookie', options.cookie] as const]),
  ]
  const type = options.isJson ? 'application/json' : 'application/x-www-form-urlencoded'
  const last: readonly Header[] =
    body === undefined
      ? []
      : [
          ['Content-Length', String(Buffer.byteLength(body))],
          ['Content-Type', type],
        ]
  const isKept = ([name, value]: Header): boolean =>
    value !== '' && (name === 'Host' || !replaced.has(name.toLowerCase()))
  const added = own
    .filter(({ name, isRemoval }) => !isRemoval && name.toLowerCase() !== 'host')
    .map(({ name, value }): Header => [name, value])
  return [...first.filter(isKept), ...added, ...last.filter(isKept)]
}

const readHeader = (text: string): { name: string; value: string; isRemoval: boolean } => {
  const [, name = text, sign = ';', rest = ''] = /^([^:;]+)([:;])\s*(.*)$/s.exec(text) ?? []
  const value = rest.trim()
  return { name, value, isRemoval: sign === ':' && value === '' }
}
