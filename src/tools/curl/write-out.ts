import { statusLine } from '../http/reply-head.ts'
import { type HttpUrl, urlText } from '../http/url.ts'
import { type Contact, lineOf } from './exchange.ts'
import { curlVersion } from './options.ts'
import { redirectOf } from './redirect.ts'
import type { Transferred } from './transfer.ts'

interface Facts extends Transferred {
  readonly typed: string
  /** Whether -L goes on where a reply leads elsewhere. */
  readonly isFollowing: boolean
  readonly number: number
  readonly output: string | undefined
  /** What the first request was to be. */
  readonly method: string
  readonly localAddress: string
}

export interface WrittenOut {
  readonly out: string
  readonly err: string
  /** Names that curl does not know. */
  readonly unknown: readonly string[]
}

/** What -w prints of a transfer. */
export const writeOut = (format: string, facts: Facts): WrittenOut => {
  const written = { out: '', err: '' }
  const unknown: string[] = []
  let stream: 'out' | 'err' = 'out'
  for (const [part] of format.matchAll(/%header\{[^}]*\}|%\{[^}]*\}|%%|%[^%{]|\\[nrt\\]|[^%\\]+|[%\\]/g)) {
    const name = /^%\{([^}]*)\}$/.exec(part)?.[1]
    // What follows is for failures alone.
    if (name === 'onerror' && !facts.error) break
    if (name === 'stderr') stream = 'err'
    else if (name === 'stdout') stream = 'out'
    else if (name !== undefined && name !== 'onerror' && !isKnown(name)) unknown.push(name)
    else written[stream] += textOf(part, name, facts)
  }
  return { ...written, unknown }
}

const isKnown = (name: string): boolean => name === 'json' || Object.hasOwn(variables, name)

const escapes: Readonly<Record<string, string>> = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\\\': '\\', '%%': '%' }

const textOf = (part: string, name: string | undefined, facts: Facts): string => {
  const [, header] = /^%header\{([^}]*)\}$/.exec(part) ?? []
  if (header !== undefined)
    return last(facts)?.headers.find(([key]) => key.toLowerCase() === header.toLowerCase())?.[1] ?? ''
  if (name === 'onerror') return ''
  if (name === 'json') return json(facts)
  return name === undefined ? (escapes[part] ?? part) : String(variables[name]?.(facts) ?? '')
}

/** Every variable. */
const json = (facts: Facts): string => {
  const names = Object.keys(variables).filter(name => name !== 'header_json')
  const entries = names.map(name => `${JSON.stringify(name)}:${jsonValue(name, variables[name]?.(facts) ?? '')}`)
  return `{${entries.join(',')},"curl_version":"libcurl/${curlVersion}"}`
}

/** Times keep their zeros, codes lose them; a text that is empty is null. */
const jsonValue = (name: string, value: string | number): string => {
  if (name.startsWith('time_')) return String(value)
  if (name === 'certs') return '""'
  if (typeof value === 'number' || /_code$|^http_connect$/.test(name)) return String(Number(value))
  return value === '' ? 'null' : JSON.stringify(value)
}

const headerJson = (facts: Facts): string => {
  const names = [...new Set((last(facts)?.headers ?? []).map(([name]) => name.toLowerCase()))]
  const values = (name: string): readonly string[] =>
    (last(facts)?.headers ?? []).filter(([key]) => key.toLowerCase() === name).map(([, value]) => value)
  return `{${names.map(name => `${JSON.stringify(name)}:${JSON.stringify(values(name))}`).join(',\n')}\n}`
}

const last = ({ exchanges }: Facts) => exchanges.at(-1)
const contact = ({ contacts }: Facts): Contact | undefined => contacts.at(-1)
const headerSize = (facts: Facts): number =>
  facts.exchanges.reduce(
    (sum, { response, headers }) => sum + sizeOf([statusLine(response), ...headers.map(lineOf)]),
    0,
  )
const requestSize = (facts: Facts): number =>
  facts.contacts.reduce(
    (sum, { method, url, sent, bodySize }) =>
      sum + sizeOf([`${method} ${url.path} HTTP/1.1`, ...sent.map(lineOf)]) + bodySize,
    0,
  )
const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 2, 2)
const effective = (url: HttpUrl): string => urlText(url) + (url.fragment === undefined ? '' : `#${url.fragment}`)
const status = (facts: Facts): string => String(last(facts)?.response.status ?? 0).padStart(3, '0')
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(6)
const bodySize = (facts: Facts): number => {
  const found = last(facts)
  return found && found.method !== 'HEAD' ? Buffer.byteLength(found.response.body) : 0
}

const variables: Readonly<Record<string, (facts: Facts) => string | number>> = {
  certs: () => '',
  content_type: facts => last(facts)?.response.headers['content-type'] ?? '',
  errormsg: ({ error }) => error?.message ?? '',
  exitcode: ({ error }) => error?.code ?? 0,
  filename_effective: ({ output }) => output ?? '',
  ftp_entry_path: () => '',
  header_json: headerJson,
  http_code: status,
  http_connect: () => '000',
  http_version: facts => (last(facts) ? '1.1' : '0'),
  local_ip: facts => (contact(facts) ? facts.localAddress : ''),
  local_port: facts => (contact(facts) ? 40_000 + (Math.round(facts.elapsed) % 20_000) : 0),
  method: ({ contacts, method }) => contacts.at(-1)?.method ?? method,
  num_certs: () => 0,
  num_connects: ({ contacts }) => contacts.filter(({ isNew }) => isNew).length,
  num_headers: facts => last(facts)?.headers.length ?? 0,
  num_redirects: ({ redirects }) => redirects,
  proxy_ssl_verify_result: () => 0,
  redirect_url: facts => {
    const found = last(facts)
    const url = found && (!facts.isFollowing || facts.error?.code === 47) ? redirectOf(found) : undefined
    return url ? effective(url) : ''
  },
  referer: facts => contact(facts)?.sent.find(([name]) => name === 'Referer')?.[1] ?? '',
  remote_ip: facts => contact(facts)?.address ?? '',
  remote_port: facts => contact(facts)?.url.port ?? 0,
  response_code: status,
  scheme: facts => contact(facts)?.url.scheme.toUpperCase() ?? '',
  size_download: bodySize,
  size_header: headerSize,
  size_request: requestSize,
  size_upload: facts => contact(facts)?.bodySize ?? 0,
  speed_download: facts => Math.round(bodySize(facts) / Math.max(facts.elapsed / 1000, 0.001)),
  speed_upload: facts => Math.round((contact(facts)?.bodySize ?? 0) / Math.max(facts.elapsed / 1000, 0.001)),
  ssl_verify_result: () => 0,
  time_appconnect: () => seconds(0),
  time_connect: ({ elapsed }) => seconds(elapsed / 2),
  time_namelookup: ({ elapsed }) => seconds(elapsed / 4),
  time_pretransfer: ({ elapsed }) => seconds(elapsed / 2),
  time_redirect: facts => seconds(facts.redirects > 0 ? (contact(facts)?.at ?? 0) : 0),
  time_starttransfer: ({ elapsed }) => seconds(elapsed),
  time_total: ({ elapsed }) => seconds(elapsed),
  url: ({ typed }) => typed,
  url_effective: ({ url, typed }) => (url ? effective(url) : typed),
  urlnum: ({ number }) => number,
}
