import { faultsOfKind, type ProbeName } from '../../api/faults.ts'
import type { Container, ContainerStatus, Event, Pod, Probe } from '../../api/generated/types.ts'
import type { Around } from './around.ts'
import type { Finding } from './check.ts'
import { command } from './commands.ts'
import { openPorts, statusAt } from './open-ports.ts'
import { changing } from './owner.ts'

/** The probe that keeps a container from being ready, and what it found; undefined if none has failed. */
export const probeTrouble = (
  container: Container,
  status: ContainerStatus,
  around: Around,
  only?: ProbeName,
): Omit<Finding, 'about'> | undefined => {
  const names: readonly ProbeName[] = only
    ? [only, 'startup']
    : status.started
      ? ['readiness', 'liveness']
      : ['startup', 'liveness']
  for (const name of names) {
    const probe = probesOf(container)[name]
    const said = probe && lastFailure(name, container, around)
    if (probe && said) return failing({ name, probe, said, container }, around)
  }
  return undefined
}

const probesOf = ({
  startupProbe,
  readinessProbe,
  livenessProbe,
}: Container): Record<ProbeName, Probe | undefined> => ({
  startup: startupProbe,
  readiness: readinessProbe,
  liveness: livenessProbe,
})

/** What the kubelet's last event about the probe says. */
const lastFailure = (name: ProbeName, container: Container, { pod, context }: Around): string | undefined => {
  const word = `${name.charAt(0).toUpperCase()}${name.slice(1)} probe failed: `
  return context.view
    .list<Event>('Event', pod.metadata.namespace)
    .filter(
      ({ involvedObject, reason, message = '' }) =>
        reason === 'Unhealthy' &&
        involvedObject.uid === pod.metadata.uid &&
        (involvedObject.fieldPath ?? '').includes(`{${container.name}}`) &&
        message.startsWith(word),
    )
    .at(-1)
    ?.message?.slice(word.length)
}

interface Failing {
  readonly name: ProbeName
  readonly probe: Probe
  readonly said: string
  readonly container: Container
}

const failing = (failure: Failing, around: Around): Omit<Finding, 'about'> => {
  const { name, probe, said, container } = failure
  const { periodSeconds = 10, failureThreshold = 3 } = probe
  return {
    cause: `the ${name} probe of container ${container.name} fails`,
    evidence: [
      `it asks ${probeText(probe)} every ${periodSeconds} s, and counts as failed after ${failureThreshold} times`,
      `it found: ${said}`,
    ],
    mend: mending(failure, around),
  }
}

const probeText = ({ httpGet, tcpSocket, grpc, exec }: Probe): string => {
  if (httpGet) return `for GET ${httpGet.path ?? '/'} on port ${httpGet.port}`
  if (tcpSocket) return `for a connection to port ${tcpSocket.port}`
  return grpc ? `for gRPC on port ${grpc.port}` : `for the command ${(exec?.command ?? []).join(' ')}`
}

const mending = ({ name, probe, container }: Failing, { pod, context }: Around): readonly string[] => {
  const { name: podName, namespace, annotations = {} } = pod.metadata
  const waits = command(context, `wait --for=condition=Ready pod/${podName} --timeout=330s`, namespace)
  const isBroken = faultsOfKind(pod, 'probe').some(fault => fault.container === container.name && fault.probe === name)
  if (isBroken) return [command(context, `fault clear pod/${podName}`, namespace), waits]
  // kuard's switch, and whatever else was told to fail by a request.
  const switches = `kubesim.io/switches.${container.name}`
  if (Object.hasOwn(annotations, switches))
    return [command(context, `annotate pod ${podName} ${switches}-`, namespace), waits]
  const key = `${name}Probe`
  const mended = mendedProbe(probe, { pod, context })
  const isInit = pod.spec.initContainers?.some(one => one.name === container.name)
  const list = isInit ? 'initContainers' : 'containers'
  const change = { spec: { [list]: [{ name: container.name, [key]: mended ?? null }] } }
  const spec = (before: Pod['spec']): Pod['spec'] => ({
    ...before,
    [list]: (before[list] ?? []).map(one => {
      if (one.name !== container.name) return one
      const { [key as 'readinessProbe']: _, ...others } = one
      return (mended ? { ...one, [key]: { ...probe, ...mended } } : others) as Container
    }),
  })
  return changing(context, pod, { change, spec })
}

/**
 * The probe as its container could pass it: at a port that is open, for a path that is there. Undefined: there is none.
 */
const mendedProbe = ({ httpGet, tcpSocket }: Probe, { pod, context }: Around): Probe | undefined => {
  const open = openPorts(context, pod)
  const asked = Number(httpGet?.port ?? tcpSocket?.port)
  const port = open === 'all' || open.includes(asked) ? asked : open[0]
  if (port === undefined || Number.isNaN(port)) return undefined
  if (!httpGet) return tcpSocket && port !== asked ? { tcpSocket: { ...tcpSocket, port } } : undefined
  const paths = [httpGet.path ?? '/', '/']
  const path = paths.find(path => (statusAt(context, pod, { port, path }) ?? 500) < 400)
  return path === undefined ? undefined : { httpGet: { ...httpGet, port, path } }
}
