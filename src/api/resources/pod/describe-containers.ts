import { compareBytes } from '../../../util/compare.ts'
import { indent, optional, orNone, trueFalse } from '../../describe/lines.ts'
import { longTime } from '../../describe/times.ts'
import type {
  Container,
  ContainerPort,
  ContainerState,
  ContainerStatus,
  EphemeralContainer,
  Pod,
  ResourceRequirements,
} from '../../generated/types.ts'
import { environmentLines } from './describe-environment.ts'
import { probeText } from './describe-probe.ts'

type AnyContainer = Container | EphemeralContainer

/** What is known beside the containers: how they fare, and the pod whose fields their environment shows. */
export interface Surroundings {
  readonly statuses?: readonly ContainerStatus[] | undefined
  readonly pod?: Pod | undefined
  /** Containers of a template stand one blank further in. */
  readonly margin?: string | undefined
}

/** A part `Containers:` with all of them. */
export const containerSection = (
  title: string,
  containers: readonly AnyContainer[],
  { statuses = [], pod, margin = '' }: Surroundings,
): readonly string[] => [
  `${margin}${title}:${containers.length === 0 ? ' <none>' : ''}`,
  ...containers.flatMap(container => {
    const status = statuses.find(({ name }) => name === container.name)
    return [`  ${margin ? ' ' : ''}${container.name}:`, ...indent(containerLines(container, status, pod), 2)]
  }),
]

const containerLines = (
  container: AnyContainer,
  status: ContainerStatus | undefined,
  pod: Pod | undefined,
): readonly string[] => [
  ...(status ? [`Container ID:\t${status.containerID ?? ''}`] : []),
  `Image:\t${container.image ?? ''}`,
  ...(status ? [`Image ID:\t${status.imageID}`] : []),
  ...portLines(container.ports ?? []),
  ...optional('SeccompProfile', container.securityContext?.seccompProfile?.type),
  ...wordLines('Command', container.command),
  ...wordLines('Args', container.args),
  ...(status ? statusLines(status) : []),
  ...resourceLines(container.resources ?? {}),
  ...(container.livenessProbe ? [`Liveness:\t${probeText(container.livenessProbe)}`] : []),
  ...(container.readinessProbe ? [`Readiness:\t${probeText(container.readinessProbe)}`] : []),
  ...(container.startupProbe ? [`Startup:\t${probeText(container.startupProbe)}`] : []),
  ...environmentLines(container, pod),
  ...mountLines(container),
]

const portLines = (ports: readonly ContainerPort[]): readonly string[] => {
  const list = (read: (port: ContainerPort) => number): string =>
    ports.map(port => `${read(port)}/${port.protocol ?? 'TCP'}${port.name ? ` (${port.name})` : ''}`).join(', ')
  const plural = ports.length > 1 ? 's' : ''
  return [
    `Port${plural}:\t${orNone(list(({ containerPort }) => containerPort))}`,
    `Host Port${plural}:\t${orNone(list(({ hostPort = 0 }) => hostPort))}`,
  ]
}

const wordLines = (title: string, words: readonly string[] = []): readonly string[] =>
  words.length === 0 ? [] : [`${title}:`, ...indent(words.flatMap(word => word.split('\n')))]

const statusLines = ({ state, lastState, ready, restartCount }: ContainerStatus): readonly string[] => [
  ...stateLines('State', state ?? {}),
  ...(lastState?.terminated ? stateLines('Last State', lastState) : []),
  `Ready:\t${trueFalse(ready)}`,
  `Restart Count:\t${restartCount}`,
]

const stateLines = (title: string, { running, waiting, terminated }: ContainerState): readonly string[] => {
  if (running) return [`${title}:\tRunning`, ...indent([`Started:\t${longTime(running.startedAt)}`])]
  if (!waiting && terminated) {
    const { reason, message, exitCode, signal, startedAt, finishedAt } = terminated
    const lines = [
      ...optional('Reason', reason),
      ...optional('Message', message),
      `Exit Code:\t${exitCode}`,
      ...(signal ? [`Signal:\t${signal}`] : []),
      `Started:\t${longTime(startedAt)}`,
      `Finished:\t${longTime(finishedAt)}`,
    ]
    return [`${title}:\tTerminated`, ...indent(lines)]
  }
  return [`${title}:\tWaiting`, ...indent(optional('Reason', waiting?.reason))]
}

/** What is limited and requested, sorted by name. */
export const resourceLines = ({ limits, requests }: ResourceRequirements): readonly string[] => [
  ...amountLines('Limits', limits),
  ...amountLines('Requests', requests),
]

const amountLines = (title: string, amounts: ResourceRequirements['limits'] = {}): readonly string[] => {
  const entries = Object.entries(amounts).toSorted(([left], [right]) => compareBytes(left, right))
  return entries.length === 0 ? [] : [`${title}:`, ...indent(entries.map(([name, amount]) => `${name}:\t${amount}`))]
}

const mountLines = ({ volumeMounts = [], volumeDevices = [] }: AnyContainer): readonly string[] => {
  const mounts = volumeMounts
    .toSorted((left, right) => compareBytes(left.mountPath, right.mountPath))
    .map(({ mountPath, name, readOnly, subPath }) => {
      const flags = [readOnly ? 'ro' : 'rw', ...(subPath ? [`path=${JSON.stringify(subPath)}`] : [])]
      return `${mountPath} from ${name} (${flags.join(',')})`
    })
  const devices = volumeDevices
    .toSorted((left, right) => compareBytes(left.devicePath, right.devicePath))
    .map(({ devicePath, name }) => `${devicePath} from ${name}`)
  const none = mounts.length === 0 ? '\t<none>' : ''
  return [`Mounts:${none}`, ...indent(mounts), ...(devices.length > 0 ? [`Devices:${none}`, ...indent(devices)] : [])]
}
