import { ageOf } from '../../columns.ts'
import { eventLines } from '../../describe/events.ts'
import { annotationLines, labelLines } from '../../describe/labels.ts'
import { indent, optional } from '../../describe/lines.ts'
import { longTime } from '../../describe/times.ts'
import type { Pod } from '../../generated/types.ts'
import { controllerOf } from '../../meta.ts'
import { conditionOf, isPodFinished } from '../../pod-status.ts'
import type { DescribeContext } from '../../resource.ts'
import { containerSection, resourceLines } from './describe-containers.ts'
import { spreadLines } from './describe-spread.ts'
import { tolerationLines } from './describe-tolerations.ts'
import { volumeSection } from './describe-volumes.ts'
import { qosClass } from './quality.ts'

/** The text of `kubectl describe pod`. */
export const describePod = async (pod: Pod, context: DescribeContext): Promise<readonly string[]> => [
  ...identity(pod),
  ...state(pod, context.now),
  ...addresses(pod),
  ...containers(pod),
  ...gates(pod),
  ...conditions(pod),
  ...volumeSection(pod.spec.volumes ?? []),
  `QoS Class:\t${pod.status?.qosClass ?? qosClass(pod.spec)}`,
  ...labelLines('Node-Selectors', pod.spec.nodeSelector),
  ...tolerationLines(pod.spec.tolerations),
  ...spreadLines(pod.spec.topologySpreadConstraints),
  ...(await eventLines(pod, context)),
]

const identity = ({ metadata, spec, status }: Pod): readonly string[] => [
  `Name:\t${metadata.name}`,
  `Namespace:\t${metadata.namespace}`,
  ...optional('Priority', spec.priority),
  ...optional('Priority Class Name', spec.priorityClassName),
  ...optional('Runtime Class Name', spec.runtimeClassName),
  ...optional('Service Account', spec.serviceAccountName),
  `Node:\t${spec.nodeName ? `${spec.nodeName}/${status?.hostIP ?? ''}` : '<none>'}`,
  ...(status?.startTime ? [`Start Time:\t${longTime(status.startTime)}`] : []),
  ...labelLines('Labels', metadata.labels),
  ...annotationLines(metadata.annotations),
]

const state = (pod: Pod, now: number): readonly string[] => {
  const { metadata, status, spec } = pod
  const ending = metadata.deletionTimestamp !== undefined && !isPodFinished(pod)
  const profile = spec.securityContext?.seccompProfile
  return [
    ...(ending
      ? [
          `Status:\tTerminating (lasts ${ageOf(metadata.deletionTimestamp, now)})`,
          `Termination Grace Period:\t${metadata.deletionGracePeriodSeconds ?? 0}s`,
        ]
      : [`Status:\t${status?.phase ?? ''}`]),
    ...optional('Reason', status?.reason),
    ...optional('Message', status?.message),
    ...optional('SeccompProfile', profile?.type),
    ...(profile?.type === 'Localhost' ? [`LocalhostProfile:\t${profile.localhostProfile ?? ''}`] : []),
  ]
}

const addresses = (pod: Pod): readonly string[] => {
  const { podIP = '', podIPs = [], nominatedNodeName } = pod.status ?? {}
  const controller = controllerOf(pod)
  return [
    `IP:\t${podIP}`,
    ...(podIPs.length === 0 ? ['IPs:\t<none>'] : ['IPs:', ...indent(podIPs.map(({ ip }) => `IP:\t${ip}`))]),
    ...(controller ? [`Controlled By:\t${controller.kind}/${controller.name}`] : []),
    ...optional('NominatedNodeName', nominatedNodeName),
  ]
}

const containers = (pod: Pod): readonly string[] => {
  const { spec, status } = pod
  const inits = spec.initContainers ?? []
  const ephemerals = spec.ephemeralContainers ?? []
  return [
    ...(spec.resources ? ['Resources:', ...indent(resourceLines(spec.resources))] : []),
    ...(inits.length > 0
      ? containerSection('Init Containers', inits, { statuses: status?.initContainerStatuses, pod })
      : []),
    ...containerSection('Containers', spec.containers, { statuses: status?.containerStatuses, pod }),
    ...(ephemerals.length > 0
      ? containerSection('Ephemeral Containers', ephemerals, { statuses: status?.ephemeralContainerStatuses, pod })
      : []),
  ]
}

const gates = ({ spec, status }: Pod): readonly string[] => {
  const rows = (spec.readinessGates ?? []).map(({ conditionType }) => [
    conditionType,
    conditionOf(status, conditionType)?.status ?? '<none>',
  ])
  return statusTable('Readiness Gates', rows)
}

const conditions = ({ status }: Pod): readonly string[] =>
  statusTable(
    'Conditions',
    (status?.conditions ?? []).map(({ type, status: value }) => [type, value]),
  )

const statusTable = (title: string, rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0
    ? []
    : [`${title}:`, ...indent(['Type\tStatus', ...rows.map(([type, status]) => `${type} \t${status} `)])]
