import type { Behaviour } from '../../api/behaviour.ts'
import type { Container, HTTPGetAction, IntOrString, Pod, Probe } from '../../api/generated/types.ts'

interface Probed {
  readonly pod: Pod
  readonly container: Container
  readonly behaviour: Behaviour
}

/** What a probe finds wrong with a container at a time (milliseconds), in the kubelet's words; undefined if nothing. */
export const probeOutcome = (probe: Probe, probed: Probed, at: number): string | undefined => {
  const { httpGet, tcpSocket, grpc } = probe
  if (httpGet) return httpOutcome(httpGet, probed, at)
  if (tcpSocket) return refusedAt(tcpSocket.port, probed)
  if (grpc) return refusedAt(grpc.port, probed) && `timeout: failed to connect service "${ipOf(probed)}:${grpc.port}"`
  return undefined
}

const httpOutcome = (action: HTTPGetAction, probed: Probed, at: number): string | undefined => {
  const { path = '/', scheme = 'HTTP', host, httpHeaders = [] } = action
  // What another host would answer is not the container's matter.
  if (host && host !== 'localhost' && host !== '127.0.0.1' && host !== ipOf(probed)) return undefined
  const port = portOf(action.port, probed.container)
  const whole = path.startsWith('/') ? path : `/${path}`
  const refused = refusedAt(action.port, probed)
  if (refused) return `Get "${scheme.toLowerCase()}://${ipOf(probed)}:${port}${whole}": ${refused}`
  const headers = Object.fromEntries(httpHeaders.map(({ name, value }) => [name.toLowerCase(), value]))
  const response = probed.behaviour.respond?.({ method: 'GET', path: whole, headers, body: '' }, at)
  if (!response) return `Get "${scheme.toLowerCase()}://${ipOf(probed)}:${port}${whole}": EOF`
  return response.status >= 200 && response.status < 400
    ? undefined
    : `HTTP probe failed with statuscode: ${response.status}`
}

const refusedAt = (port: IntOrString, probed: Probed): string | undefined => {
  const { behaviour, container } = probed
  const number = portOf(port, container)
  if (number === undefined) return `couldn't find port: strconv.Atoi: parsing "${port}": invalid syntax`
  if (behaviour.listens === 'all' || behaviour.listens.includes(number)) return undefined
  return `dial tcp ${ipOf(probed)}:${number}: connect: connection refused`
}

/** A port by number, or by the name that the container gave it. */
const portOf = (port: IntOrString, { ports = [] }: Container): number | undefined => {
  if (typeof port === 'number') return port
  const named = ports.find(({ name }) => name === port)?.containerPort
  return named ?? (/^\d+$/.test(port) ? Number(port) : undefined)
}

const ipOf = ({ pod }: Probed): string => pod.status?.podIP ?? ''
