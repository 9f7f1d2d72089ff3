import type { ContainerRequest, ContainerResponse } from '../../api/behaviour.ts'
import { hashOf } from '../../util/hash.ts'
import { withAddedHeaders } from './added-headers.ts'
import type { Asked } from './asked.ts'
import { errorPage, nginxHeaders } from './pages.ts'
import type { Directive } from './parse.ts'
import { isExpression, named, patternOf, setting } from './servers.ts'
import { expanded } from './variables.ts'

/** What another server answers, or that it does not. */
export const proxied = (to: string, asked: Asked): ContainerResponse => {
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
          ? withAddedHeaders(
              { ...response, asks: undefined, headers: { ...response.headers, ...nginxHeaders(running) } },
              asked,
            )
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
