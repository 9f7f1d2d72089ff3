import type { ContainerStatus, Pod } from '../../api/generated/types.ts'
import { isSidecar } from '../../api/pod-status.ts'
import { isInitialised } from './containers.ts'

type Phase = 'Pending' | 'Running' | 'Succeeded' | 'Failed'

/** The phase of a pod, from the states of its containers. */
export const phaseOf = ({ spec }: Pod, init: readonly ContainerStatus[], main: readonly ContainerStatus[]): Phase => {
  for (const [index, container] of (spec.initContainers ?? []).entries()) {
    const status = init[index]
    if (!status || isInitialised(container, status) || wasRunning(main)) continue
    const hasFailed = !isSidecar(container) && (status.state?.terminated?.exitCode ?? 0) !== 0
    return hasFailed && spec.restartPolicy === 'Never' ? 'Failed' : 'Pending'
  }
  if (main.some(isWaitingToStart)) return 'Pending'
  if (main.some(({ state }) => state?.running) || spec.restartPolicy === 'Always') return 'Running'
  if (main.every(({ state }) => state?.terminated?.exitCode === 0)) return 'Succeeded'
  return spec.restartPolicy === 'Never' ? 'Failed' : 'Running'
}

// Waiting between two runs counts as running.
const isWaitingToStart = ({ state, lastState }: ContainerStatus): boolean =>
  state?.waiting !== undefined && lastState?.terminated === undefined

const wasRunning = (main: readonly ContainerStatus[]): boolean =>
  main.some(({ state, lastState }) => state?.running ?? state?.terminated ?? lastState?.terminated)
