import type { ContainerState, ContainerStatus, Pod } from '../../generated/types.ts'
import { conditionOf, isConditionTrue, isPodReady, isSidecar } from '../../pod-status.ts'

/** What `kubectl get pods` shows as STATUS: the phase, or what is more telling. */
export const phaseText = (pod: Pod): string => {
  const { status, metadata } = pod
  const { phase = '', reason = '' } = status ?? {}
  const word = wordOf(pod)
  if (metadata.deletionTimestamp === undefined) return word
  if (reason === 'NodeLost') return 'Unknown'
  return phase === 'Succeeded' || phase === 'Failed' ? word : 'Terminating'
}

const wordOf = (pod: Pod): string => {
  const { status } = pod
  const gated = conditionOf(status, 'PodScheduled')?.reason === 'SchedulingGated'
  const start = gated ? 'SchedulingGated' : status?.reason || status?.phase || ''
  const starting = initText(pod)
  return isInitializing(pod) ? (starting ?? '') : mainText(pod, starting ?? start)
}

/** Whether the init containers are what a pod is at. */
export const isInitializing = (pod: Pod): boolean =>
  initText(pod) !== undefined && !isConditionTrue(pod.status, 'Initialized')

/** The first init container that is not through tells how far the pod has come. */
const initText = ({ spec, status }: Pod): string | undefined => {
  const containers = spec.initContainers ?? []
  for (const [index, { name, state = {}, started }] of (status?.initContainerStatuses ?? []).entries()) {
    const { terminated, waiting } = state
    if (terminated?.exitCode === 0) continue
    const container = containers.find(candidate => candidate.name === name)
    if (container && isSidecar(container) && started) continue
    if (terminated) return `Init:${endText(terminated)}`
    if (waiting?.reason && waiting.reason !== 'PodInitializing') return `Init:${waiting.reason}`
    return `Init:${index}/${containers.length}`
  }
  return undefined
}

/** The first container with something to tell decides. */
const mainText = (pod: Pod, start: string): string => {
  const told = (pod.status?.containerStatuses ?? []).map(status => ({ status, text: containerText(status) }))
  const text = told.find(entry => entry.text !== undefined)?.text ?? start
  if (text !== 'Completed') return text
  const runs = told.some(({ status }) => status.ready && status.state?.running)
  if (runs && isPodReady(pod)) return 'Running'
  const failed = told.find(({ status }) => (status.state?.terminated?.exitCode ?? 0) !== 0)
  if (failed?.text) return failed.text
  return runs ? 'NotReady' : text
}

const containerText = ({ state = {} }: ContainerStatus): string | undefined => {
  if (state.waiting?.reason) return state.waiting.reason
  return state.terminated ? endText(state.terminated) : undefined
}

const endText = ({ reason, signal, exitCode }: NonNullable<ContainerState['terminated']>): string => {
  if (reason) return reason
  return signal ? `Signal:${signal}` : `ExitCode:${exitCode}`
}
