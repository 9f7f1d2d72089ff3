import { ipVersion } from '../../util/ip.ts'

export interface HttpUrl {
  readonly scheme: string
  readonly user?: string | undefined
  /** As written, without the brackets of an IPv6 address. */
  readonly host: string
  readonly port: number
  /** Path and query, as in a request line. */
  readonly path: string
  /** What is behind `#`, which nobody is asked for. */
  readonly fragment?: string | undefined
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
    ...(path === tail ? {} : { fragment: tail.slice(path.length + 1) }),
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
  if (/^[a-zA-Z][a-zA-Z0-9+.-]*:\/\//.test(location)) return readUrl(escaped(location))
  if (location.startsWith('//')) return readUrl(`${from.scheme}:${location}`)
  const [, before = '', fragment] = /^([^#]*)(?:#(.*))?$/s.exec(location) ?? []
  return withoutDots({ ...from, path: pathFrom(from.path, escaped(before)), fragment })
}

const pathFrom = (path: string, location: string): string => {
  const [own = ''] = path.split('?')
  if (location.startsWith('/')) return location
  if (location.startsWith('?')) return own + location
  return location === '' ? path : own.replace(/[^/]*$/, '') + location
}

/** RFC 3986, section 5.2.4: a path without `.` and `..`. */
export const withoutDots = (url: HttpUrl): HttpUrl => {
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(url.path) ?? []
  if (!/\/\.\.?(\/|$)/.test(path)) return url
  const kept: string[] = []
  const parts = path.slice(1).split('/')
  for (const part of parts) {
    if (part === '..') kept.pop()
    else if (part !== '.') kept.push(part)
  }
  const isFolder = /^\.\.?$/.test(parts.at(-1) ?? '')
  return { ...url, path: `/${kept.join('/')}${isFolder && kept.length > 0 ? '/' : ''}${query}` }
}

const escaped = (text: string): string => text.replaceAll(' ', '%20')

const split = (text: string, at: number): readonly [string, string] =>
  at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
