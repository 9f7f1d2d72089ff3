import { type FieldError, forbidden, invalid, notSupported, required } from '../../field-error.ts'
import type { Container, LifecycleHandler, Probe } from '../../generated/types.ts'
import { validatePort, validatePortOrName } from '../../validation/ports.ts'

/** The faults of what is called in a container's life: hooks, then probes. */
export const validateProbes = (
  container: Container,
  field: string,
  grace: number | undefined,
): readonly FieldError[] => {
  const { lifecycle, livenessProbe, readinessProbe, startupProbe } = container
  return [
    ...(lifecycle?.postStart ? validateHandler(lifecycle.postStart, `${field}.lifecycle.postStart`, grace) : []),
    ...(lifecycle?.preStop ? validateHandler(lifecycle.preStop, `${field}.lifecycle.preStop`, grace) : []),
    ...validateProbe(livenessProbe, `${field}.livenessProbe`),
    ...onlyOnce(livenessProbe, `${field}.livenessProbe`),
    ...validateProbe(readinessProbe, `${field}.readinessProbe`),
    ...noGrace(readinessProbe, `${field}.readinessProbe.terminationGracePeriodSeconds`),
    ...validateProbe(startupProbe, `${field}.startupProbe`),
    ...onlyOnce(startupProbe, `${field}.startupProbe`),
  ]
}

const numbers = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const

const validateProbe = (probe: Probe | undefined, field: string): readonly FieldError[] =>
  probe
    ? [
        ...validateHandler(probe, field),
        ...numbers.flatMap(name => {
          const value = probe[name] ?? 0
          return value < 0 ? [invalid(`${field}.${name}`, value, 'must be greater than or equal to 0')] : []
        }),
        ...((probe.terminationGracePeriodSeconds ?? 1) > 0
          ? []
          : [
              invalid(
                `${field}.terminationGracePeriodSeconds`,
                probe.terminationGracePeriodSeconds,
                'must be greater than 0',
              ),
            ]),
      ]
    : []

// A container that was found dead or not started is begun anew: there is no second success to wait for.
const onlyOnce = (probe: Probe | undefined, field: string): readonly FieldError[] =>
  (probe?.successThreshold ?? 1) === 1
    ? []
    : [invalid(`${field}.successThreshold`, probe?.successThreshold, 'must be 1')]

// A container that is not ready is not ended.
const noGrace = (probe: Probe | undefined, field: string): readonly FieldError[] =>
  probe?.terminationGracePeriodSeconds === undefined
    ? []
    : [invalid(field, probe.terminationGracePeriodSeconds, 'must not be set for readinessProbes')]

type Handler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & Pick<LifecycleHandler, 'sleep'>

const validateHandler = (handler: Handler, field: string, grace?: number): readonly FieldError[] => {
  const kinds = (['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const).filter(kind => handler[kind])
  const [kind, ...others] = kinds
  if (kind === undefined) return [required(field, 'must specify a handler type')]
  return [
    ...validateKind(handler, `${field}.${kind}`, grace),
    ...others.map(other => forbidden(`${field}.${other}`, 'may not specify more than 1 handler type')),
  ]
}

const validateKind = (
  { exec, httpGet, tcpSocket, grpc, sleep }: Handler,
  field: string,
  grace: number | undefined,
): readonly FieldError[] => {
  if (exec) return exec.command?.length ? [] : [required(`${field}.command`)]
  if (tcpSocket) return validatePortOrName(tcpSocket.port, `${field}.port`)
  if (sleep && !httpGet && !grpc) return validateSleep(sleep.seconds, field, grace)
  if (!httpGet) return grpc ? validatePort(grpc.port, `${field}.port`) : []
  return [
    ...(httpGet.path ? [] : [required(`${field}.path`)]),
    ...validatePortOrName(httpGet.port, `${field}.port`),
    ...(httpGet.scheme && !['HTTP', 'HTTPS'].includes(httpGet.scheme)
      ? [notSupported(`${field}.scheme`, httpGet.scheme, ['HTTP', 'HTTPS'])]
      : []),
  ]
}

const validateSleep = (seconds: number, field: string, grace = 30): readonly FieldError[] =>
  grace >= 0 && (seconds < 0 || seconds > grace)
    ? [invalid(field, seconds, `must be non-negative and less than terminationGracePeriodSeconds (${grace})`)]
    : []
