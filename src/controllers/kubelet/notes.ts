import type { Container, Pod } from '../../api/generated/types.ts'
import type { EventNote } from '../controller.ts'
import { printDelay } from './back-off.ts'
import type { Failure } from './probe-turns.ts'
import type { PullFailure } from './pull.ts'
import type { Unmounted } from './volumes.ts'

type Said = Pick<EventNote, 'type' | 'reason' | 'message'>

/** What a kubelet tells, and for what it tells once only when that was: milliseconds. */
export interface KubeletNote extends EventNote {
  readonly foundAt?: number | undefined
}

/** What the kubelet of its node tells about one container of a pod. */
const about = ({ spec }: Pod, { name }: Container, said: Said): KubeletNote => {
  const isInit = spec.initContainers?.some(container => container.name === name)
  const fieldPath = `spec.${isInit ? 'initContainers' : 'containers'}{${name}}`
  return { ...said, from: 'kubelet', host: spec.nodeName, fieldPath }
}

export const unhealthyNote = (
  pod: Pod,
  container: Container,
  { probe, message, at }: Failure & { readonly probe: string },
): KubeletNote => ({
  ...about(pod, container, { type: 'Warning', reason: 'Unhealthy', message: `${probe} probe failed: ${message}` }),
  foundAt: at,
})

export const killNote = (pod: Pod, container: Container, why: string): EventNote => {
  const message = `Container ${container.name} ${why}, will be restarted`
  return about(pod, container, { type: 'Normal', reason: 'Killing', message })
}

/** What the runtime said of a program that it could not start. */
export const startNote = (pod: Pod, container: Container, error: string): KubeletNote =>
  about(pod, container, { type: 'Warning', reason: 'Failed', message: `Error: ${error}` })

/** What a container's status and an event say while it waits to be started again. */
export const backOffNote = (pod: Pod, container: Container, delay: number) => {
  const { name, namespace, uid } = pod.metadata
  const place = `${name}_${namespace}(${uid})`
  const message = `Back-off restarting failed container ${container.name} in pod ${place}`
  return {
    note: about(pod, container, { type: 'Warning', reason: 'BackOff', message }),
    message: `back-off ${printDelay(delay)} restarting failed container=${container.name} pod=${place}`,
  }
}

/** What is told of a container whose settings are not there. */
export const setUpNote = (pod: Pod, container: Container, message: string): EventNote =>
  about(pod, container, { type: 'Warning', reason: 'Failed', message: `Error: ${message}` })

/** What is told of a volume that cannot be brought into a pod, once from a time (milliseconds) on. */
export const mountNote = ({ spec }: Pod, { volume, message }: Unmounted, foundAt: number): KubeletNote => ({
  type: 'Warning',
  reason: 'FailedMount',
  message: `MountVolume.SetUp failed for volume "${volume}" : ${message}`,
  from: 'kubelet',
  host: spec.nodeName,
  foundAt,
})

export const pullNotes = (pod: Pod, container: Container, { reason, message }: PullFailure): readonly EventNote[] => {
  const { image = '' } = container
  const said: readonly Said[] =
    reason === 'ErrImagePull'
      ? [
          { type: 'Normal', reason: 'Pulling', message: `Pulling image "${image}"` },
          { type: 'Warning', reason: 'Failed', message: `Failed to pull image "${image}": ${message}` },
          { type: 'Warning', reason: 'Failed', message: 'Error: ErrImagePull' },
        ]
      : [
          { type: 'Normal', reason: 'BackOff', message: `Back-off pulling image "${image}"` },
          { type: 'Warning', reason: 'Failed', message: 'Error: ImagePullBackOff' },
        ]
  return said.map(one => about(pod, container, one))
}
