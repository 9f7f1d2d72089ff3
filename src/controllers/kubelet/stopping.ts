import type { Container, Pod } from '../../api/generated/types.ts'
import { runOf } from '../../images/command.ts'
import { type Action, again } from '../controller.ts'

/**
 * Takes away a pod that is to go, once the preStop hooks of its running containers are over, or its grace period is.
 * Containers stop at once when they are asked to.
 */
export const stops = (pod: Pod, now: number): readonly Action[] => {
  const { deletionTimestamp = '', deletionGracePeriodSeconds = 0 } = pod.metadata
  const grace = deletionGracePeriodSeconds * 1000
  if (grace <= 0) return []
  const until = Date.parse(deletionTimestamp) - grace + Math.min(grace, hooksOf(pod))
  return until > now ? [again(until)] : [{ do: 'delete', object: pod, gracePeriodSeconds: 0 }]
}

/** How long the hooks of a pod take; those of all containers run at once. */
const hooksOf = ({ spec, status }: Pod): number => {
  const running = new Set(
    (status?.containerStatuses ?? []).flatMap(({ name, state }) => (state?.running ? [name] : [])),
  )
  return Math.max(0, ...spec.containers.filter(({ name }) => running.has(name)).map(hookOf))
}

const hookOf = ({ lifecycle }: Container): number => {
  const { exec, sleep } = lifecycle?.preStop ?? {}
  if (sleep) return sleep.seconds * 1000
  const run = exec?.command && runOf(exec.command)
  // A request is answered at once, and nobody knows how long an unknown program takes.
  return run ? (run.runsFor ?? Number.POSITIVE_INFINITY) : 0
}
