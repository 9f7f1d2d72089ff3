import type { Container, ContainerStatus } from '../../api/generated/types.ts'
import { toRfc3339 } from '../../util/clock.ts'
import type { End } from './end.ts'

/** Of a container that has not run yet. */
export const waiting = ({ name, image = '' }: Container, reason: string): ContainerStatus => ({
  name,
  state: { waiting: { reason } },
  lastState: {},
  ready: false,
  restartCount: 0,
  image,
  imageID: '',
  started: false,
})

/** Of a container that begins to run now (milliseconds). */
export const started = (container: Container, now: number, restartCount: number): ContainerStatus => ({
  name: container.name,
  state: { running: { startedAt: toRfc3339(now) } },
  lastState: {},
  ready: false,
  restartCount,
  image: container.image ?? '',
  imageID: '',
  containerID: `containerd://${'0'.repeat(64)}`,
  started: false,
})

/** Of a container that ran until an end. */
export const ended = (status: ContainerStatus, { at, exitCode, startError }: End): ContainerStatus => {
  const terminated = {
    exitCode,
    reason: startError === undefined ? (exitCode === 0 ? 'Completed' : 'Error') : 'StartError',
    ...(startError === undefined ? {} : { message: startError }),
    startedAt: status.state?.running?.startedAt,
    finishedAt: toRfc3339(at),
    containerID: status.containerID,
  }
  return { ...status, ready: false, started: false, state: { terminated } }
}
