import type { Random } from '../../util/random.ts'
import type { ToolWorld } from '../tool.ts'
import type { Typed } from './arguments.ts'
import { queryOf, readable, requestBody } from './request-body.ts'
import { type ResolveEntries, resolveEntries } from './resolve-entries.ts'

/** How a request goes; -X changes its word alone. */
export type RequestKind = 'GET' | 'HEAD' | 'POST' | 'PUT'

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
  readonly kind: RequestKind
  /** What -X says in place of the kind. */
  readonly word: string | undefined
  /** The request's own headers, as typed: `Name: value`, `Name:` takes one away, `Name;` is empty. */
  readonly headers: readonly string[]
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
  readonly resolve: ResolveEntries
  readonly connectTo: readonly string[]
  readonly pathAsIs: boolean
  /** Whether a name and a password go to whomever a redirection leads to. */
  readonly isTrusting: boolean
  /** Replies after which what was posted is posted again. */
  readonly postsAgain: readonly number[]
  readonly bearer: string | undefined
  readonly meter: 'columns' | 'bar' | 'none'
  readonly failEarly: boolean
  readonly retries: number
  readonly retryDelay: number
  readonly retryRefused: boolean
  readonly retryAll: boolean
  readonly family: 4 | 6 | undefined
}

export const curlVersion = '7.88.1'

/** What curl is to do. Throws CurlError. */
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
    follow: has('location') || has('location-trusted'),
    mostRedirects: mostOf(last('max-redirs') ?? '50'),
    fail: has('fail'),
    failWithBody: has('fail-with-body'),
    maxTime: seconds('max-time'),
    connectTimeout: seconds('connect-timeout'),
    kind: kindOf({ head, sends, uploads: has('upload-file') }),
    word: last('request'),
    headers: values.get('header') ?? [],
    body: sends ? data?.text : undefined,
    bodyType: data?.type,
    query: queryOf(typed, data, files),
    isJson: has('json'),
    user: last('user'),
    userAgent: last('user-agent') ?? `curl/${curlVersion}`,
    referer: last('referer'),
    cookie: last('cookie'),
    outputs: (values.get('output') ?? []).map(name => inFolder(last('output-dir'), name)),
    remoteName: has('remote-name'),
    dumpHeader: last('dump-header'),
    compressed: has('compressed'),
    httpVersion: has('http1.0') ? '1.0' : '1.1',
    writeOut: formatOf(last('write-out'), files),
    resolve: resolveEntries(values.get('resolve') ?? []),
    connectTo: values.get('connect-to') ?? [],
    pathAsIs: has('path-as-is'),
    isTrusting: has('location-trusted'),
    postsAgain: [301, 302, 303].filter(status => has(`post${status}`)),
    bearer: last('oauth2-bearer'),
    meter: has('silent') || has('no-progress-meter') ? 'none' : has('progress-bar') ? 'bar' : 'columns',
    failEarly: has('fail-early'),
    retries: Number(last('retry') ?? 0),
    retryDelay: seconds('retry-delay') ?? 1000,
    retryRefused: has('retry-connrefused') || has('retry-all-errors'),
    retryAll: has('retry-all-errors'),
    family: has('ipv6') ? 6 : has('ipv4') ? 4 : undefined,
  }
}

/** -1 is no end. */
const mostOf = (typed: string): number => (Number(typed) < 0 ? Number.POSITIVE_INFINITY : Number(typed))

const kindOf = ({ head, sends, uploads }: Readonly<Record<'head' | 'sends' | 'uploads', boolean>>): RequestKind =>
  head ? 'HEAD' : uploads ? 'PUT' : sends ? 'POST' : 'GET'

/** `@file` has the format in a file. */
const formatOf = (typed: string | undefined, files: ToolWorld['files']): string | undefined =>
  typed?.startsWith('@') && typed !== '@-' ? readable(typed.slice(1), files) : typed

const inFolder = (folder: string | undefined, name: string): string =>
  folder === undefined || name === '-' ? name : `${folder}/${name}`

/** What parts of a form are told apart by. */
const boundary = (random: Random): string =>
  `${'-'.repeat(24)}${Array.from({ length: 16 }, () => random.below(16).toString(16)).join('')}`
