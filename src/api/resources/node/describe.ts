import { by } from '../../../util/compare.ts'
import { ageOf } from '../../columns.ts'
import { eventLines } from '../../describe/events.ts'
import { annotationLines, labelLines } from '../../describe/labels.ts'
import { indent, optional, orUnset } from '../../describe/lines.ts'
import { longTime } from '../../describe/times.ts'
import type { Lease, Node, NodeStatus, Pod } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { StatusError } from '../../status-error.ts'
import { lease } from '../lease.ts'
import { taintLines } from '../pod/describe-tolerations.ts'
import { pod } from '../pod.ts'
import { nodeRoles } from './columns.ts'
import { allocation } from './describe-allocation.ts'

/** The text of `kubectl describe node`. */
export const describeNode = async (node: Node, context: DescribeContext): Promise<readonly string[]> => [
  `Name:\t${node.metadata.name}`,
  `Roles:\t${nodeRoles(node).join(',') || '<none>'}`,
  ...labelLines('Labels', node.metadata.labels),
  ...annotationLines(node.metadata.annotations),
  `CreationTimestamp:\t${longTime(node.metadata.creationTimestamp)}`,
  ...taintLines(node.spec?.taints),
  `Unschedulable:\t${node.spec?.unschedulable ?? false}`,
  ...(await leaseLines(node, context)),
  ...conditionLines(node.status ?? {}),
  'Addresses:',
  ...indent((node.status?.addresses ?? []).map(({ type, address }) => `${type}:\t${address}`)),
  ...amountLines('Capacity', node.status?.capacity),
  ...amountLines('Allocatable', node.status?.allocatable),
  ...systemLines(node.status ?? {}),
  ...optional('PodCIDR', node.spec?.podCIDR),
  ...optional('PodCIDRs', node.spec?.podCIDRs?.join(',')),
  ...optional('ProviderID', node.spec?.providerID),
  ...allocation(node, await podsOn(node, context), created => ageOf(created, context.now)),
  ...(await eventLines(node, context)),
]

const leaseLines = async ({ metadata }: Node, { client }: DescribeContext): Promise<readonly string[]> => {
  try {
    const target = { resource: lease, namespace: 'kube-node-lease', name: metadata.name }
    const { spec = {} } = (await client.get(target)) as Lease
    const time = (value: string | undefined): string => (value ? longTime(value) : '<unset>')
    const holder = `HolderIdentity:\t${orUnset(spec.holderIdentity)}`
    return [
      'Lease:',
      ...indent([holder, `AcquireTime:\t${time(spec.acquireTime)}`, `RenewTime:\t${time(spec.renewTime)}`]),
    ]
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    return [`Lease:\tFailed to get lease: ${error.message}`]
  }
}

const conditionLines = ({ conditions = [] }: NodeStatus): readonly string[] => {
  if (conditions.length === 0) return []
  const rows = conditions.map(({ type, status, lastHeartbeatTime, lastTransitionTime, reason = '', message = '' }) =>
    [
      `${type} `,
      `${status} `,
      `${longTime(lastHeartbeatTime)} `,
      `${longTime(lastTransitionTime)} `,
      `${reason} `,
      message,
    ].join('\t'),
  )
  const titles = ['Type', 'Status', 'LastHeartbeatTime', 'LastTransitionTime', 'Reason', 'Message']
  const rule = ['----', '------', '-----------------', '------------------', '------', '-------']
  return ['Conditions:', ...indent([titles.join('\t'), rule.join('\t'), ...rows])]
}

const amountLines = (title: string, amounts: NodeStatus['capacity'] = {}): readonly string[] => {
  const entries = Object.entries(amounts).toSorted(by(([name]) => name))
  return entries.length === 0 ? [] : [`${title}:`, ...indent(entries.map(([name, amount]) => `${name}:\t${amount}`))]
}

const systemLines = ({ nodeInfo }: NodeStatus): readonly string[] => [
  'System Info:',
  ...indent([
    `Machine ID:\t${nodeInfo?.machineID ?? ''}`,
    `System UUID:\t${nodeInfo?.systemUUID ?? ''}`,
    `Boot ID:\t${nodeInfo?.bootID ?? ''}`,
    `Kernel Version:\t${nodeInfo?.kernelVersion ?? ''}`,
    `OS Image:\t${nodeInfo?.osImage ?? ''}`,
    `Operating System:\t${nodeInfo?.operatingSystem ?? ''}`,
    `Architecture:\t${nodeInfo?.architecture ?? ''}`,
    `Container Runtime Version:\t${nodeInfo?.containerRuntimeVersion ?? ''}`,
    `Kubelet Version:\t${nodeInfo?.kubeletVersion ?? ''}`,
  ]),
]

const podsOn = async ({ metadata }: Node, { client }: DescribeContext): Promise<readonly Pod[]> => {
  const fieldSelector = `spec.nodeName=${metadata.name},status.phase!=Succeeded,status.phase!=Failed`
  return (await client.list(pod, { fieldSelector })).items as readonly Pod[]
}
