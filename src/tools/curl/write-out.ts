import { statusLine } from '../http/reply-head.ts'
import { urlText } from '../http/url.ts'
import type { Transferred } from './transfer.ts'
import { lineOf } from './transfer.ts'

interface Facts extends Transferred {
  readonly url: string
  readonly localAddress: string
}

/** What -w prints of a transfer; names that curl does not know are given back too. */
export const writeOut = (
  format: string,
  facts: Facts,
): { readonly text: string; readonly unknown: readonly string[] } => {
  const unknown: string[] = []
  const text = format.replace(/%\{([^}]*)\}|%%|\\([nrt\\])/g, (whole, name?: string, escaped?: string) => {
    if (escaped !== undefined) return { n: '\n', r: '\r', t: '\t', '\\': '\\' }[escaped] ?? whole
    if (name === undefined) return '%'
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined
    if (!variable) unknown.push(name)
    return variable ? String(variable(facts)) : ''
  })
  return { text, unknown }
}

const last = ({ exchanges }: Facts) => exchanges.at(-1)
const headerSize = (facts: Facts): number =>
  facts.exchanges.reduce(
    (sum, { response, headers }) => sum + sizeOf([statusLine(response), ...headers.map(lineOf)]),
    0,
  )
const requestSize = (facts: Facts): number =>
  facts.exchanges.reduce(
    (sum, { method, url, sent }) => sum + sizeOf([`${method} ${url.path} HTTP/1.1`, ...sent.map(lineOf)]),
    0,
  )
const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 2, 2)
const status = (facts: Facts): string => String(last(facts)?.response.status ?? 0).padStart(3, '0')
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(6)
const bodySize = (facts: Facts): number => {
  const found = last(facts)
  return found && found.method !== 'HEAD' ? Buffer.byteLength(found.response.body) : 0
}

const variables: Readonly<Record<string, (facts: Facts) => string | number>> = {
  http_code: status,
  response_code: status,
  content_type: facts => last(facts)?.response.headers['content-type'] ?? '',
  errormsg: ({ error }) => error?.message ?? '',
  exitcode: ({ error }) => error?.code ?? 0,
  filename_effective: () => '',
  http_version: facts => (last(facts) ? '1.1' : '0'),
  local_ip: facts => (last(facts) ? facts.localAddress : ''),
  local_port: facts => (last(facts) ? 40_000 + (Math.round(facts.elapsed) % 20_000) : 0),
  method: facts => last(facts)?.method ?? 'GET',
  num_connects: ({ exchanges }) => exchanges.filter(({ isNew }) => isNew).length,
  num_headers: facts => last(facts)?.headers.length ?? 0,
  num_redirects: ({ exchanges }) => Math.max(0, exchanges.length - 1),
  redirect_url: facts => {
    const location = last(facts)?.response.headers.location
    return location ?? ''
  },
  remote_ip: facts => last(facts)?.address ?? '',
  remote_port: facts => last(facts)?.url.port ?? 0,
  scheme: facts => last(facts)?.url.scheme.toUpperCase() ?? '',
  size_download: bodySize,
  size_header: headerSize,
  size_request: requestSize,
  size_upload: () => 0,
  speed_download: facts => Math.round(bodySize(facts) / Math.max(facts.elapsed / 1000, 0.001)),
  speed_upload: () => 0,
  ssl_verify_result: () => 0,
  time_appconnect: () => seconds(0),
  time_connect: ({ elapsed }) => seconds(elapsed / 2),
  time_namelookup: ({ elapsed }) => seconds(elapsed / 4),
  time_pretransfer: ({ elapsed }) => seconds(elapsed / 2),
  time_redirect: () => seconds(0),
  time_starttransfer: ({ elapsed }) => seconds(elapsed),
  time_total: ({ elapsed }) => seconds(elapsed),
  url: ({ url }) => url,
  url_effective: facts => {
    const found = last(facts)
    return found ? urlText(found.url) : facts.url
  },
}
