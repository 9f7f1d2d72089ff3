import type { Container, ContainerStatus, Pod } from '../../api/generated/types.ts'
import { isSidecar } from '../../api/pod-status.ts'
import { isDefined } from '../../util/range.ts'
import { type Stand, standOf } from './container.ts'
import type { Machine } from './machine.ts'

/** How all containers of a pod stand now. */
export interface Stands {
  readonly init: readonly Stand[]
  readonly main: readonly Stand[]
  /** When something changes next, in milliseconds. */
  readonly due: number | undefined
}

/** Moves a pod's containers on: init containers one after the other, sidecars from their turn on, then all others. */
export const standsOf = (machine: Machine): Stands => {
  const { spec, status } = machine.pod
  let isBlocked = false
  const init = (spec.initContainers ?? []).map(container => {
    const waitsFor = isBlocked ? 'PodInitializing' : undefined
    const old = statusOf(status?.initContainerStatuses, container)
    const restarts = initRestarts(container, machine.pod)
    const stand = standOf({ container, status: old, waitsFor, restarts }, machine)
    isBlocked ||= !isInitialised(container, stand.status)
    return stand
  })
  const main = spec.containers.map(container => {
    const old = statusOf(status?.containerStatuses, container)
    const restarts = mainRestarts(machine.pod)
    return standOf({ container, status: old, waitsFor: isBlocked ? 'PodInitializing' : undefined, restarts }, machine)
  })
  const times = [...init, ...main].map(({ due }) => due).filter(isDefined)
  return { init, main, due: times.length > 0 ? Math.min(...times) : undefined }
}

/** Whether an init container lets the next one begin: it has succeeded, or as a sidecar it has started. */
export const isInitialised = (container: Container, { state, started }: ContainerStatus): boolean =>
  isSidecar(container) ? started === true : state?.terminated?.exitCode === 0

const statusOf = (statuses: readonly ContainerStatus[] | undefined, { name }: Container): ContainerStatus | undefined =>
  statuses?.find(status => status.name === name)

const mainRestarts =
  ({ spec }: Pod) =>
  (exitCode: number): boolean =>
    spec.restartPolicy === 'OnFailure' ? exitCode !== 0 : spec.restartPolicy !== 'Never'

const initRestarts =
  (container: Container, { spec, status }: Pod) =>
  (exitCode: number): boolean =>
    isSidecar(container)
      ? !(status?.phase === 'Succeeded' || status?.phase === 'Failed')
      : exitCode !== 0 && spec.restartPolicy !== 'Never'
