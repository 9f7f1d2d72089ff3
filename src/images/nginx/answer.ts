import type { ContainerRequest, ContainerResponse } from '../../api/behaviour.ts'
import type { Process } from '../running.ts'
import { withAddedHeaders } from './added-headers.ts'
import type { Asked } from './asked.ts'
import { fileFor } from './files.ts'
import { errorPage } from './pages.ts'
import type { Directive } from './parse.ts'
import { proxied } from './proxied.ts'
import { returned } from './return.ts'
import { locationFor, named, serverFor, setting } from './servers.ts'

/** What an nginx with this http part of its configuration answers. */
export const answer = (http: readonly Directive[], running: Process, request: ContainerRequest): ContainerResponse => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const server = serverFor(named(http, 'server'), { port: request.port, host })
  if (!server) return errorPage('404 Not Found', running)
  const location = locationFor(server, request.path.split('?')[0] ?? '')
  const blocks = [location?.block ?? [], server.block ?? [], http]
  return within({ running, request, location, blocks, http })
}

const within = (asked: Asked): ContainerResponse => {
  const { blocks, running } = asked
  const [own = []] = blocks
  const words = setting(blocks.slice(0, 2), 'return')
  if (words) return withAddedHeaders(returned(words, asked), asked)
  if (named(own, 'deny').some(({ words }) => words[0] === 'all')) return errorPage('403 Forbidden', running)
  if (named(own, 'stub_status').length > 0) return withAddedHeaders(status, asked)
  const passed = setting([own], 'proxy_pass')
  return passed ? proxied(passed[0] ?? '', asked) : withAddedHeaders(fileFor(asked), asked)
}

const status: ContainerResponse = {
  status: 200,
  headers: { 'content-type': 'text/plain' },
  body: 'Active connections: 1 \nserver accepts handled requests\n 1 1 1 \nReading: 0 Writing: 1 Waiting: 0 \n',
}
