import type { ContainerRequest, ContainerResponse } from '../../api/behaviour.ts'
import { hashOf } from '../../util/hash.ts'
import { hostnameOf } from '../hostname.ts'
import type { Process } from '../running.ts'
import { pageIn } from '../web-root.ts'
import { documentPage, errorPage, nginxHeaders, welcome } from './pages.ts'
import type { Directive } from './parse.ts'
import { isExpression, locationFor, named, patternOf, serverFor, setting } from './servers.ts'

const usualRoot = '/usr/share/nginx/html'
const methods = ['GET', 'HEAD']

/** What an nginx with this http part of its configuration answers. */
export const answer = (http: readonly Directive[], running: Process, request: ContainerRequest): ContainerResponse => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const server = serverFor(named(http, 'server'), { port: request.port, host })
  if (!server) return errorPage('404 Not Found', running)
  const location = locationFor(server, request.path.split('?')[0] ?? '')
  const blocks = [location?.block ?? [], server.block ?? [], http]
  return within({ running, request, location, blocks, http })
}

interface Asked {
  readonly running: Process
  readonly request: ContainerRequest
  readonly location: Directive | undefined
  /** From the inside out. */
  readonly blocks: readonly (readonly Directive[])[]
  readonly http: readonly Directive[]
}

const within = (asked: Asked): ContainerResponse => {
  const { blocks, running } = asked
  const [own = []] = blocks
  const returned = setting(blocks.slice(0, 2), 'return')
  if (returned) return added(returns(returned, asked), asked)
  if (named(own, 'deny').some(({ words }) => words[0] === 'all')) return errorPage('403 Forbidden', running)
  if (named(own, 'stub_status').length > 0) return added(status, asked)
  const passed = setting([own], 'proxy_pass')
  return passed ? proxied(passed[0] ?? '', asked) : added(found(asked), asked)
}

const status: ContainerResponse = {
  status: 200,
  headers: { 'content-type': 'text/plain' },
  body: 'Active connections: 1 \nserver accepts handled requests\n 1 1 1 \nReading: 0 Writing: 1 Waiting: 0 \n',
}

const titles: Readonly<Record<string, string>> = {
  301: '301 Moved Permanently',
  302: '302 Found',
  400: '400 Bad Request',
  401: '401 Authorization Required',
  403: '403 Forbidden',
  404: '404 Not Found',
  500: '500 Internal Server Error',
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
  504: '504 Gateway Time-out',
}

/** `return CODE TEXT`, `return CODE URL`, `return URL`, `return CODE`. */
const returns = ([first = '', second]: readonly string[], asked: Asked): ContainerResponse => {
  const { running, blocks } = asked
  const code = /^\d+$/.test(first) ? first : '302'
  const given = /^\d+$/.test(first) ? second : first
  const filled = given === undefined ? undefined : expanded(given, asked)
  const page = titles[code]
  if (/^30[12378]$/.test(code) && filled !== undefined) {
    const moved = errorPage(page ?? code, running)
    return { ...moved, headers: { ...moved.headers, location: absolute(filled, asked) } }
  }
  if (filled === undefined && page) return errorPage(page, running)
  const type = setting(blocks, 'default_type')?.[0] ?? 'text/plain'
  return { status: Number(code), headers: { ...nginxHeaders(running), 'content-type': type }, body: filled ?? '' }
}

/** Whole, as nginx sends people elsewhere: with the port that it listens on. */
const absolute = (to: string, { request: { headers, port = 80 } }: Asked): string => {
  if (!to.startsWith('/')) return to
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  return `http://${host}${port === 80 ? '' : `:${port}`}${to}`
}

/** A file of the folder that the configuration names. */
const found = (asked: Asked): ContainerResponse => {
  const { running, request, location, blocks } = asked
  if (!methods.includes(request.method)) return errorPage('405 Not Allowed', running)
  const alias = setting(blocks.slice(0, 1), 'alias')?.[0]
  const root = setting(blocks, 'root')?.[0] ?? usualRoot
  const path = request.path.split('?')[0] ?? '/'
  const folder = alias?.replace(/\/$/, '') ?? root
  const inFolder = alias && location ? `/${path.slice(patternOf(location).length).replace(/^\//, '')}` : path
  const tries = setting(blocks.slice(0, 2), 'try_files')?.map(word => expanded(word, asked)) ?? [inFolder]
  for (const each of tries) {
    const code = /^=(\d+)$/.exec(each)?.[1]
    if (code) return errorPage(titles[code] ?? code, running)
    const page = pageAt(folder, each, asked)
    if (page) return page
  }
  return errorPage(isEmptyFolder(folder, inFolder, running) ? '403 Forbidden' : '404 Not Found', running)
}

/** Whether a folder is there that has no index: nobody may look what is in it. */
const isEmptyFolder = (folder: string, path: string, { files }: Process): boolean => {
  if (!path.endsWith('/')) return false
  return path === '/'
    ? folder === usualRoot || files.find(folder) !== undefined
    : files.find(folder + path.slice(0, -1)) !== undefined
}

const pageAt = (folder: string, path: string, { running, blocks }: Asked): ContainerResponse | undefined => {
  const indexes = path.endsWith('/') ? (setting(blocks, 'index') ?? ['index.html']) : ['']
  for (const index of indexes) {
    const page = pageIn(running, folder, path + index)
    if (page && page !== 'missing') return documentPage(page, running)
    if (page === undefined && folder === usualRoot && path + index === '/index.html') {
      return documentPage({ body: welcome, type: 'text/html' }, running)
    }
  }
  return undefined
}

/** What another server answers, or that it does not. */
const proxied = (to: string, asked: Asked): ContainerResponse => {
  const { running, request, location, blocks, http } = asked
  const [, scheme = 'http', authority = '', uri] = /^(\w+):\/\/([^/]*)(\/.*)?$/.exec(expanded(to, asked)) ?? []
  const isPrefix = location && !isExpression(location.words)
  const path = uri !== undefined && isPrefix ? uri + request.path.slice(patternOf(location).length) : request.path
  const url = `${scheme}://${memberOf(authority, http, request)}${path.startsWith('/') ? path : `/${path}`}`
  const set = setting(blocks, 'proxy_set_header') === undefined ? [] : headersOf(asked)
  const headers = { ...request.headers, host: authority, connection: 'close', ...Object.fromEntries(set) }
  return {
    ...errorPage('502 Bad Gateway', running),
    asks: {
      url,
      request: { method: request.method, headers, body: request.body },
      answered: response =>
        response
          ? added({ ...response, asks: undefined, headers: { ...response.headers, ...nginxHeaders(running) } }, asked)
          : errorPage('502 Bad Gateway', running),
    },
  }
}

const headersOf = (asked: Asked): readonly (readonly [string, string])[] => {
  const block = asked.blocks.find(each => named(each, 'proxy_set_header').length > 0) ?? []
  return named(block, 'proxy_set_header').map(({ words: [name = '', value = ''] }) => [
    name.toLowerCase(),
    expanded(value, asked),
  ])
}

/** One of the servers of an upstream, or the host itself where it is none. */
const memberOf = (authority: string, http: readonly Directive[], { client = '' }: ContainerRequest): string => {
  const group = named(http, 'upstream').find(({ words }) => words[0] === authority)
  const servers = named(group?.block ?? [], 'server').filter(({ words }) => !/^(backup|down)$/.test(words[1] ?? ''))
  return servers[hashOf(client) % Math.max(1, servers.length)]?.words[0] ?? authority
}

const added = (response: ContainerResponse, asked: Asked): ContainerResponse => {
  const block = asked.blocks.find(each => named(each, 'add_header').length > 0) ?? []
  const headers = named(block, 'add_header').map(({ words: [name = '', value = ''] }) => [
    name.toLowerCase(),
    expanded(value, asked),
  ])
  return { ...response, headers: { ...response.headers, ...Object.fromEntries(headers) } }
}

const expanded = (text: string, { running, request }: Asked): string =>
  text.replace(/\$\{?(\w+)\}?/g, (_, name: string) => variable(name, running, request)).replaceAll('\\n', '\n')

const variable = (name: string, { pod }: Process, request: ContainerRequest): string => {
  const [uri = '/', args = ''] = request.path.split('?')
  const client = (request.client ?? '').replace(/:\d+$/, '')
  const host = request.headers.host ?? ''
  const known: Readonly<Record<string, string>> = {
    args,
    host: host.replace(/:\d+$/, ''),
    hostname: hostnameOf(pod),
    http_host: host,
    is_args: args ? '?' : '',
    proxy_add_x_forwarded_for: [request.headers['x-forwarded-for'], client].filter(Boolean).join(', '),
    proxy_host: host,
    query_string: args,
    remote_addr: client,
    request_method: request.method,
    request_uri: request.path,
    scheme: 'http',
    server_addr: pod.status?.podIP ?? '',
    server_port: String(request.port ?? 80),
    uri,
  }
  return known[name] ?? (name.startsWith('http_') ? (request.headers[name.slice(5).replaceAll('_', '-')] ?? '') : '')
}
