import type { Behaviour } from '../../api/behaviour.ts'
import { endedOf } from '../../api/ended.ts'
import type { Pod } from '../../api/generated/types.ts'

export interface Run {
  readonly pod: Pod
  readonly name: string
  /** Milliseconds. */
  readonly startedAt: number
  readonly restarts: number
}

/** What a container does in a run that somebody who was attached to it has ended. */
export const endedByUser = (behaviour: Behaviour, { pod, name, startedAt, restarts }: Run): Behaviour => {
  const ended = endedOf(pod, name)
  if (ended?.run !== restarts) return behaviour
  return { ...behaviour, runsFor: Math.max(0, ended.at - startedAt), exitCode: ended.exitCode }
}
