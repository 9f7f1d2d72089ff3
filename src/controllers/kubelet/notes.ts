import type { Container, Pod } from '../../api/generated/types.ts'
import type { EventNote } from '../controller.ts'
import { printDelay } from './back-off.ts'
import type { Failure } from './probe-turns.ts'
import type { PullFailure } from './pull.ts'

type Said = Pick<EventNote, 'type' | 'reason' | 'message'>

/** What a kubelet tells, and for what it tells once only when that was: milliseconds. */
export interface KubeletNote extends EventNote {
  readonly foundAt?: number | undefined
}

/** What a kubelet tells about one container of a pod. */
const about = ({ name }: Container, said: Said, host?: string): KubeletNote => ({
  ...said,
  from: 'kubelet',
  host,
  fieldPath: `spec.containers{${name}}`,
})

export const unhealthyNote = (
  { spec }: Pod,
  container: Container,
  { probe, message, at }: Failure & { readonly probe: string },
): KubeletNote => ({
  ...about(
    container,
    { type: 'Warning', reason: 'Unhealthy', message: `${probe} probe failed: ${message}` },
    spec.nodeName,
  ),
  foundAt: at,
})

export const killNote = ({ spec }: Pod, container: Container, why: string): EventNote =>
  about(
    container,
    { type: 'Normal', reason: 'Killing', message: `Container ${container.name} ${why}, will be restarted` },
    spec.nodeName,
  )

/** What a container's status and an event say while it waits to be started again. */
export const backOffNote = ({ metadata, spec }: Pod, container: Container, delay: number) => {
  const pod = `${metadata.name}_${metadata.namespace}(${metadata.uid})`
  const message = `Back-off restarting failed container ${container.name} in pod ${pod}`
  return {
    note: about(container, { type: 'Warning', reason: 'BackOff', message }, spec.nodeName),
    message: `back-off ${printDelay(delay)} restarting failed container=${container.name} pod=${pod}`,
  }
}

export const pullNotes = (container: Container, { reason, message }: PullFailure): readonly EventNote[] => {
  const { image = '' } = container
  return reason === 'ErrImagePull'
    ? [
        about(container, { type: 'Warning', reason: 'Failed', message: `Failed to pull image "${image}": ${message}` }),
        about(container, { type: 'Warning', reason: 'Failed', message: 'Error: ErrImagePull' }),
      ]
    : [
        about(container, { type: 'Normal', reason: 'BackOff', message: `Back-off pulling image "${image}"` }),
        about(container, { type: 'Warning', reason: 'Failed', message: 'Error: ImagePullBackOff' }),
      ]
}
