import { compareBytes } from '../../../util/compare.ts'
import { ageColumn, type Column, column, nameColumn, wideColumn } from '../../columns.ts'
import type { Node } from '../../generated/types.ts'
import { conditionOf } from '../../pod-status.ts'

export const nodeColumns: readonly Column<Node>[] = [
  nameColumn,
  column('Status', node => statusText(node)),
  column('Roles', node => nodeRoles(node).join(',') || '<none>'),
  ageColumn,
  column('Version', ({ status }) => status?.nodeInfo?.kubeletVersion ?? ''),
  wideColumn('Internal-IP', node => addressOf(node, 'InternalIP')),
  wideColumn('External-IP', node => addressOf(node, 'ExternalIP')),
  wideColumn('OS-Image', ({ status }) => status?.nodeInfo?.osImage || '<unknown>'),
  wideColumn('Kernel-Version', node => kernelText(node)),
  wideColumn('Container-Runtime', ({ status }) => status?.nodeInfo?.containerRuntimeVersion || '<unknown>'),
]

const statusText = ({ spec, status }: Node): string => {
  const ready = conditionOf(status, 'Ready')
  const state = ready ? (ready.status === 'True' ? 'Ready' : 'NotReady') : 'Unknown'
  return spec?.unschedulable ? `${state},SchedulingDisabled` : state
}

const rolePrefix = 'node-role.kubernetes.io/'

/** What a node is labelled to be, sorted. */
export const nodeRoles = ({ metadata }: Node): readonly string[] => {
  const roles = Object.entries(metadata.labels ?? {}).flatMap(([key, value]) => {
    if (key.startsWith(rolePrefix)) return [key.slice(rolePrefix.length)].filter(Boolean)
    return key === 'kubernetes.io/role' && value ? [value] : []
  })
  return [...new Set(roles)].toSorted(compareBytes)
}

const addressOf = ({ status }: Node, type: string): string =>
  status?.addresses?.find(address => address.type === type)?.address ?? '<none>'

const kernelText = ({ status }: Node): string => {
  const { kernelVersion, architecture } = status?.nodeInfo ?? {}
  if (!kernelVersion) return '<unknown>'
  return architecture ? `${kernelVersion} (${architecture})` : kernelVersion
}
