import type { HTTPGetAction, Probe } from '../../generated/types.ts'

/** A probe in one line: `http-get http://:8080/healthz delay=3s timeout=1s period=10s #success=1 #failure=3`. */
export const probeText = (probe: Probe): string => {
  const {
    initialDelaySeconds = 0,
    timeoutSeconds = 0,
    periodSeconds = 0,
    successThreshold = 0,
    failureThreshold = 0,
  } = probe
  const pace = `delay=${initialDelaySeconds}s timeout=${timeoutSeconds}s period=${periodSeconds}s`
  return `${handlerText(probe)} ${pace} #success=${successThreshold} #failure=${failureThreshold}`
}

const handlerText = ({ exec, httpGet, tcpSocket, grpc }: Probe): string => {
  if (exec) return `exec [${(exec.command ?? []).join(' ')}]`
  if (httpGet) return `http-get ${urlText(httpGet)}`
  if (tcpSocket) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port}`
  return grpc ? `grpc <pod>:${grpc.port} ${grpc.service ?? ''}` : 'unknown'
}

const urlText = ({ scheme = 'HTTP', host = '', port, path = '' }: HTTPGetAction): string => {
  const place = host.includes(':') ? `[${host}]` : host
  const authority = `${scheme.toLowerCase()}://${place}${port === '' ? '' : `:${port}`}`
  return authority + (path && !path.startsWith('/') ? `/${escapePath(path)}` : escapePath(path))
}

// As Go's url.URL writes a path: what would begin a query or a fragment is escaped.
const escapePath = (path: string): string =>
  path.replace(/[^A-Za-z0-9\-._~$&+,/:;=@!'()*]/gu, sign => encodeURIComponent(sign))
