import type { ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import type { Receiver } from './packet.ts'

type Host = Extract<Receiver, { kind: 'host' }>

/** What a server of a node answers over HTTP; undefined for what does not speak it. */
export const hostAnswer = (
  { server, health }: Host,
  request: ContainerRequest,
  encrypted: boolean,
): ContainerResponse | undefined => {
  if (server === 'kube-apiserver') return encrypted ? apiAnswer(request) : plainToTls
  if (server === 'kubelet')
    return encrypted ? text(request.path === '/healthz' ? 'ok' : 'Unauthorized', 401) : plainToTls
  if (server === 'kube-proxy')
    return text(request.path === '/healthz' ? '{}' : '404 page not found\n', request.path === '/healthz' ? 200 : 404)
  return server === 'health-check' ? healthAnswer(health) : undefined
}

const text = (body: string, status: number): ContainerResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})

// Go's server, asked without encryption where it wants some.
const plainToTls = text('Client sent an HTTP request to an HTTPS server.\n', 400)

const publicPaths = new Set(['/healthz', '/livez', '/readyz'])

/** Without credentials the API tells strangers hardly more than that it is there. */
const apiAnswer = ({ method, path }: ContainerRequest): ContainerResponse => {
  const [plain = '/'] = path.split('?')
  if (publicPaths.has(plain)) return text('ok', 200)
  const status = {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `forbidden: User "system:anonymous" cannot ${method.toLowerCase()} path "${plain}"`,
    reason: 'Forbidden',
    details: {},
    code: 403,
  }
  return { status: 403, headers: { 'content-type': 'application/json' }, body: `${JSON.stringify(status, null, 2)}\n` }
}

/** As kube-proxy answers load balancers: 503 where the node has no ready endpoint of the Service. */
const healthAnswer = (health: Host['health']): ContainerResponse => {
  const [namespace = '', name = ''] = (health?.service ?? '').split('/')
  const localEndpoints = health?.localEndpoints ?? 0
  const body = { service: { namespace, name }, localEndpoints, serviceProxyHealthy: true }
  return {
    status: localEndpoints > 0 ? 200 : 503,
    headers: {
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'x-load-balancing-endpoint-weight': String(localEndpoints),
    },
    body: JSON.stringify(body, null, '\t'),
  }
}
