import type { ContainerRequest } from '../../api/behaviour.ts'
import { hostnameOf } from '../hostname.ts'
import type { Process } from '../running.ts'
import type { Asked } from './asked.ts'

/** A text of the configuration with its variables filled in: `$host`, `${uri}`, `$http_user_agent`. */
export const expanded = (text: string, { running, request }: Asked): string =>
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
