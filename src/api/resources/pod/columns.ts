import { ageColumn, ageOf, type Column, column, nameColumn, wideColumn } from '../../columns.ts'
import type { ContainerStatus, Pod } from '../../generated/types.ts'
import { conditionOf, isSidecar } from '../../pod-status.ts'
import { isInitializing, phaseText } from './phase-text.ts'

export const podColumns: readonly Column<Pod>[] = [
  nameColumn,
  column('Ready', pod => readyText(pod)),
  column('Status', phaseText),
  column('Restarts', (pod, now) => restartsText(pod, now)),
  ageColumn,
  wideColumn('IP', ({ status }) => status?.podIPs?.[0]?.ip || '<none>'),
  wideColumn('Node', ({ spec }) => spec.nodeName || '<none>'),
  wideColumn('Nominated Node', ({ status }) => status?.nominatedNodeName || '<none>'),
  wideColumn('Readiness Gates', pod => gatesText(pod)),
]

const readyText = (pod: Pod): string => {
  const main = (pod.status?.containerStatuses ?? []).filter(({ ready, state }) => ready && state?.running)
  const beside = sidecarStatuses(pod).filter(({ ready, started }) => ready && started)
  const total = pod.spec.containers.length + (pod.spec.initContainers ?? []).filter(isSidecar).length
  return `${main.length + beside.length}/${total}`
}

const sidecarStatuses = ({ spec, status }: Pod): readonly ContainerStatus[] => {
  const names = new Set((spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name))
  return (status?.initContainerStatuses ?? []).filter(({ name }) => names.has(name))
}

const restartsText = (pod: Pod, now: number): string => {
  const counted = countedStatuses(pod)
  const count = counted.reduce((sum, { restartCount }) => sum + restartCount, 0)
  const ends = counted.flatMap(({ lastState }) => lastState?.terminated?.finishedAt ?? [])
  const last = ends.toSorted().at(-1)
  return count > 0 && last ? `${count} (${ageOf(last, now)} ago)` : String(count)
}

/** Until a pod is initialised its init containers count, then the others and the sidecars. */
const countedStatuses = (pod: Pod): readonly ContainerStatus[] => {
  if (isInitializing(pod)) return pod.status?.initContainerStatuses ?? []
  return [...sidecarStatuses(pod), ...(pod.status?.containerStatuses ?? [])]
}

const gatesText = ({ spec, status }: Pod): string => {
  const gates = spec.readinessGates ?? []
  const open = gates.filter(({ conditionType }) => conditionOf(status, conditionType)?.status === 'True')
  return gates.length === 0 ? '<none>' : `${open.length}/${gates.length}`
}
