import type { Behaviour } from '../../api/behaviour.ts'
import { faultsOfKind } from '../../api/faults.ts'
import type {
  Container,
  ExecAction,
  GRPCAction,
  HTTPGetAction,
  IntOrString,
  Pod,
  Probe,
} from '../../api/generated/types.ts'
import { probeAnswer } from './probe-answer.ts'

interface Probed {
  readonly pod: Pod
  readonly container: Container
  readonly behaviour: Behaviour
}

/** What a probe finds wrong with a container at a time (milliseconds), in the kubelet's words; undefined if nothing. */
export const probeOutcome = (probe: Probe, probed: Probed, at: number): string | undefined => {
  const { httpGet, tcpSocket, grpc, exec, timeoutSeconds = 1 } = probe
  const isCut = isTooSlow(probed, timeoutSeconds, at)
  if (httpGet) return httpOutcome(httpGet, probed, { at, isCut })
  if (tcpSocket) return tcpOutcome(tcpSocket.port, probed, isCut)
  if (grpc) return grpcOutcome(grpc, probed, { timeoutSeconds, isCut })
  return exec && execOutcome(exec, probed, { at, timeoutSeconds })
}

/** Whether answers of a pod come too late, because somebody made the way there slow or lossy. */
const isTooSlow = ({ pod }: Probed, seconds: number, at: number): boolean =>
  faultsOfKind(pod, 'path').some(
    ({ latency = 0, loss = 0, from }) => from !== undefined && at >= from && (loss >= 1 || latency >= seconds * 1000),
  )

const httpOutcome = (
  action: HTTPGetAction,
  probed: Probed,
  { at, isCut }: { readonly at: number; readonly isCut: boolean },
): string | undefined => {
  const { path = '/', scheme = 'HTTP', host, httpHeaders } = action
  // What another host would answer is not the container's matter.
  if (host && host !== 'localhost' && host !== '127.0.0.1' && host !== ipOf(probed)) return undefined
  const port = portOf(action.port, probed.container)
  const whole = path.startsWith('/') ? path : `/${path}`
  const told = (why: string): string => `Get "${scheme.toLowerCase()}://${ipOf(probed)}:${port}${whole}": ${why}`
  if (isCut) return told('context deadline exceeded (Client.Timeout exceeded while awaiting headers)')
  const refused = refusedAt(action.port, probed)
  if (refused) return port === undefined ? refused : told(refused)
  if (scheme === 'HTTPS' && isPlain(port)) return told('http: server gave HTTP response to HTTPS client')
  const response = probeAnswer(probed.behaviour, { path: whole, httpHeaders }, at)
  if (!response) return told('EOF')
  return response.status >= 200 && response.status < 400
    ? undefined
    : `HTTP probe failed with statuscode: ${response.status}`
}

// Where nobody would speak TLS.
const isPlain = (port: number | undefined): boolean => port === 80 || port === 8080

const tcpOutcome = (port: IntOrString, probed: Probed, isCut: boolean): string | undefined =>
  isCut ? `dial tcp ${ipOf(probed)}:${portOf(port, probed.container)}: i/o timeout` : refusedAt(port, probed)

const grpcOutcome = (
  { port }: GRPCAction,
  probed: Probed,
  { timeoutSeconds, isCut }: { readonly timeoutSeconds: number; readonly isCut: boolean },
): string | undefined => {
  if (!isCut && !refusedAt(port, probed)) return undefined
  const place = `${ipOf(probed)}:${port}`
  return `timeout: failed to connect service "${place}" within ${timeoutSeconds}s: context deadline exceeded`
}

/** A program that nobody knows is taken to succeed. */
const execOutcome = (
  { command = [] }: ExecAction,
  { behaviour }: Probed,
  { at, timeoutSeconds }: { readonly at: number; readonly timeoutSeconds: number },
): string | undefined => {
  const { exitCode = 0, output = '', runsFor = 0 } = behaviour.exec?.(command, at) ?? {}
  if (runsFor > timeoutSeconds * 1000) {
    return `command timed out: "${command.join(' ')}" timed out after ${timeoutSeconds}s`
  }
  return exitCode === 0 ? undefined : output.trimEnd()
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
