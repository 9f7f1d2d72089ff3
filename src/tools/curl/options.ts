import type { Random } from '../../util/random.ts'
import type { ToolWorld } from '../tool.ts'
import { CurlUsageError, type Typed } from './arguments.ts'
import { requestBody } from './request-body.ts'

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
  readonly isMethodGiven: boolean
  readonly body: string | undefined
  /** The Content-Type of the body. */
  readonly bodyType: string | undefined
  /** What -G appends to the URL. */
  readonly query: string | undefined
  readonly isJson: boolean
  readonly user: string | undefined
  readonly userAgent: string
  readonly referer: string | undefined
  readonly cookie: string | undefined
  readonly outputs: readonly string[]
  readonly remoteName: boolean
  readonly dumpHeader: string | undefined
  readonly compressed: boolean
  readonly httpVersion: '1.0' | '1.1'
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
export const optionsOf = (typed: Typed, { files, random }: Pick<ToolWorld, 'files' | 'random'>): CurlOptions => {
  const { values } = typed
  const has = (name: string): boolean => values.has(name)
  const last = (name: string): string | undefined => values.get(name)?.at(-1)
  const seconds = (name: string): number | undefined => {
    const value = Number(last(name) ?? 0)
    return value > 0 ? value * 1000 : undefined
  }
  const data = requestBody(typed, files, () => boundary(random))
  const head = has('head')
  const sends = data !== undefined && !has('get')
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
    method: last('request') ?? methodOf({ head, sends, uploads: has('upload-file') }),
    isMethodGiven: has('request'),
    headers: values.get('header') ?? [],
    body: sends ? data?.text : undefined,
    bodyType: data?.type,
    query: has('get') ? data?.text : undefined,
    isJson: has('json'),
    user: last('user'),
    userAgent: last('user-agent') ?? `curl/${curlVersion}`,
    referer: last('referer'),
    cookie: last('cookie'),
    outputs: values.get('output') ?? [],
    remoteName: has('remote-name'),
    dumpHeader: last('dump-header'),
    compressed: has('compressed'),
    httpVersion: has('http1.0') ? '1.0' : '1.1',
    writeOut: last('write-out'),
    resolve: new Map((values.get('resolve') ?? []).map(resolved)),
    retries: Number(last('retry') ?? 0),
    retryDelay: seconds('retry-delay') ?? 1000,
    retryRefused: has('retry-connrefused') || has('retry-all-errors'),
    retryAll: has('retry-all-errors'),
    family: has('ipv6') ? 6 : has('ipv4') ? 4 : undefined,
  }
}

const methodOf = ({ head, sends, uploads }: Readonly<Record<'head' | 'sends' | 'uploads', boolean>>): string =>
  head ? 'HEAD' : uploads ? 'PUT' : sends ? 'POST' : 'GET'

/** What parts of a form are told apart by. */
const boundary = (random: Random): string =>
  `${'-'.repeat(24)}${Array.from({ length: 16 }, () => random.below(16).toString(16)).join('')}`

/** `web:80:10.96.1.1,10.96.1.2` */
const resolved = (text: string): readonly [string, readonly string[]] => {
  const [, host = '', port = '', addresses] = /^\+?([^:]+):(\d+):(.+)$/.exec(text) ?? []
  if (!addresses) throw new CurlUsageError(`Couldn't parse CURLOPT_RESOLVE entry '${text}'`)
  return [`${host.toLowerCase()}:${port}`, addresses.split(',').map(address => address.replace(/^\[|\]$/g, ''))]
}
