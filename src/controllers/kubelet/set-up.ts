import type { Container } from '../../api/generated/types.ts'

/** Why a container is not started yet, as its status says it. */
export interface SetUpFailure {
  readonly reason: 'ContainerCreating' | 'CreateContainerConfigError'
  /** Unset while nothing has failed. */
  readonly message?: string | undefined
  /** When that changes, in milliseconds. */
  readonly due?: number | undefined
}

// A real container starts a moment after its pod: what the same file creates behind the pod is there in time.
const moment = 1000

/** Until when (milliseconds) a pod that lacks something only waits for it. */
export const failsFrom = (startsAt: number): number => startsAt + moment

/** Why a container cannot be set up; undefined if it can. */
export const setUpFailure = (
  container: Container,
  { startsAt, now, lacks }: { startsAt: number; now: number; lacks(container: Container): string | undefined },
): SetUpFailure | undefined => {
  const message = lacks(container)
  if (message === undefined) return undefined
  const due = failsFrom(startsAt)
  return now < due ? { reason: 'ContainerCreating', due } : { reason: 'CreateContainerConfigError', message }
}
