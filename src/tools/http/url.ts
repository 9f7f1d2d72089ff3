import { ipVersion } from '../../util/ip.ts'

export interface HttpUrl {
  readonly scheme: string
  readonly user?: string | undefined
  /** As written, without the brackets of an IPv6 address. */
  readonly host: string
  readonly port: number
  /** Path and query, as in a request line. */
  readonly path: string
}

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443 }

/** Reads a URL as programs take it: `web`, `web:8080/x`, `http://[::1]/`. Undefined if it is none. */
export const readUrl = (text: string): HttpUrl | undefined => {
  const [, scheme = 'http', rest = ''] = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):\/\/)?(.*)$/s.exec(text) ?? []
  const [authority = '', tail = ''] = split(rest, rest.search(/[/?#]/))
  const at = authority.lastIndexOf('@')
  const [, bracketed, name, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d*))?$/.exec(authority.slice(at + 1)) ?? []
  const host = bracketed ?? name ?? ''
  const number = port ? Number(port) : (defaultPorts[scheme.toLowerCase()] ?? 80)
  if (host === '' || /\s/.test(rest) || number > 65535) return undefined
  if (bracketed !== undefined && ipVersion(bracketed) !== 6) return undefined
  const path = tail.replace(/#.*$/s, '')
  return {
    scheme: scheme.toLowerCase(),
    user: at < 0 ? undefined : authority.slice(0, at),
    host,
    port: number,
    path: path.startsWith('/') ? path : `/${path}`,
  }
}

/** `web`, `web:8080`, `[::1]:80`: the Host header, and what a URL has between its slashes. */
export const authorityOf = ({ scheme, host, port }: HttpUrl): string => {
  const name = host.includes(':') ? `[${host}]` : host
  return port === (defaultPorts[scheme] ?? 80) ? name : `${name}:${port}`
}

export const urlText = (url: HttpUrl): string => `${url.scheme}://${authorityOf(url)}${url.path}`

/** Where a Location header leads, seen from the URL that answered with it. */
export const redirected = (from: HttpUrl, location: string): HttpUrl | undefined => {
  if (/^[a-zA-Z][a-zA-Z0-9+.-]*:\/\//.test(location)) return readUrl(location)
  if (location.startsWith('//')) return readUrl(`${from.scheme}:${location}`)
  const folder = from.path.replace(/\?.*$/s, '').replace(/[^/]*$/, '')
  return { ...from, path: location.startsWith('/') ? location : `${folder}${location}` }
}

const split = (text: string, at: number): readonly [string, string] =>
  at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
