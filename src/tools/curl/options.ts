import type { ToolFiles } from '../tool.ts'
import { CurlUsageError, type Typed } from './arguments.ts'

export interface CurlOptions {
  readonly silent: boolean
  readonly showError: boolean
  readonly verbose: boolean
  readonly include: boolean
  readonly head: boolean
  readonly insecure: boolean
  readonly follow: boolean
  readonly mostRedirects: number
  readonly fail: boolean
  readonly failWithBody: boolean
  /** Milliseconds. */
  readonly maxTime: number | undefined
  readonly connectTimeout: number | undefined
  readonly method: string
  /** The request's own headers, as typed: `Name: value`, `Name:` takes one away, `Name;` is empty. */
  readonly headers: readonly string[]
  readonly body: string | undefined
  /** What -G appends to the URL. */
  readonly query: string | undefined
  readonly isJson: boolean
  readonly user: string | undefined
  readonly userAgent: string
  readonly referer: string | undefined
  readonly cookie: string | undefined
  readonly outputs: readonly string[]
  readonly remoteName: boolean
  readonly writeOut: string | undefined
  /** Addresses by `host:port`. */
  readonly resolve: ReadonlyMap<string, readonly string[]>
  readonly retries: number
  readonly retryDelay: number
  readonly retryRefused: boolean
  readonly retryAll: boolean
  readonly family: 4 | 6 | undefined
}

export const curlVersion = '7.88.1'

/** What curl is to do. Throws CurlUsageError. */
export const optionsOf = ({ values }: Typed, files: ToolFiles): CurlOptions => {
  const has = (name: string): boolean => values.has(name)
  const last = (name: string): string | undefined => values.get(name)?.at(-1)
  const seconds = (name: string): number | undefined => {
    const value = Number(last(name) ?? 0)
    return value > 0 ? value * 1000 : undefined
  }
  const data = dataOf(values, files)
  const head = has('head')
  const sends = data !== undefined && !has('get')
  if (head && sends) throw new CurlUsageError('You can only select one HTTP request method!')
  return {
    silent: has('silent'),
    showError: has('show-error') || !has('silent'),
    verbose: has('verbose'),
    include: has('include') || head,
    head,
    insecure: has('insecure'),
    follow: has('location'),
    mostRedirects: Number(last('max-redirs') ?? 50),
    fail: has('fail'),
    failWithBody: has('fail-with-body'),
    maxTime: seconds('max-time'),
    connectTimeout: seconds('connect-timeout'),
    method: last('request') ?? (head ? 'HEAD' : sends ? 'POST' : 'GET'),
    headers: values.get('header') ?? [],
    body: sends ? data : undefined,
    query: has('get') ? data : undefined,
    isJson: has('json'),
    user: last('user'),
    userAgent: last('user-agent') ?? `curl/${curlVersion}`,
    referer: last('referer'),
    cookie: last('cookie'),
    outputs: values.get('output') ?? [],
    remoteName: has('remote-name'),
    writeOut: last('write-out'),
    resolve: new Map((values.get('resolve') ?? []).map(resolved)),
    retries: Number(last('retry') ?? 0),
    retryDelay: seconds('retry-delay') ?? 1000,
    retryRefused: has('retry-connrefused') || has('retry-all-errors'),
    retryAll: has('retry-all-errors'),
    family: has('ipv6') ? 6 : has('ipv4') ? 4 : undefined,
  }
}

/** `web:80:10.96.1.1,10.96.1.2` */
const resolved = (text: string): readonly [string, readonly string[]] => {
  const [, host = '', port = '', addresses] = /^\+?([^:]+):(\d+):(.+)$/.exec(text) ?? []
  if (!addresses) throw new CurlUsageError(`Couldn't parse CURLOPT_RESOLVE entry '${text}'`)
  return [`${host.toLowerCase()}:${port}`, addresses.split(',').map(address => address.replace(/^\[|\]$/g, ''))]
}

const dataFlags = ['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']

const dataOf = (values: Typed['values'], files: ToolFiles): string | undefined => {
  const parts = dataFlags.flatMap(flag => (values.get(flag) ?? []).map(value => dataPart(flag, value, files)))
  return parts.length ? parts.join(values.has('json') ? '' : '&') : undefined
}

const dataPart = (flag: string, value: string, files: ToolFiles): string => {
  if (flag === 'data-urlencode') {
    const [, name = '', text = ''] = /^(?:([^=]*)=)?(.*)$/s.exec(value) ?? []
    return `${name}${name ? '=' : ''}${encodeURIComponent(text)}`
  }
  if (!value.startsWith('@') || flag === 'data-raw') return value
  const text = files.read(value.slice(1))
  // -d takes a file without its line ends.
  return flag === 'data' || flag === 'data-ascii' ? text.replace(/[\r\n]/g, '') : text
}
