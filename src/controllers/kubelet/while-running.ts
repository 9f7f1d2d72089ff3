import type { Container, ContainerStatus, Pod } from '../../api/generated/types.ts'
import { isDefined } from '../../util/range.ts'
import { ended } from './container-status.ts'
import { type End, endOf, replacedAt } from './end.ts'
import { endedByUser } from './ended-by-user.ts'
import { crashing } from './faults.ts'
import { healthOf } from './health.ts'
import type { Machine, Task } from './machine.ts'
import type { Move } from './move.ts'
import { type KubeletNote, killNote, startNote, unhealthyNote } from './notes.ts'

/** A container that runs: it becomes ready or not, or comes to its end. */
export const whileRunning = ({ container }: Task, status: ContainerStatus, machine: Machine): Move => {
  const { pod, now } = machine
  const startedAt = Date.parse(status.state?.running?.startedAt ?? '')
  const run = { pod, name: container.name, startedAt, restarts: status.restartCount }
  const behaviour = crashing(endedByUser(machine.behaviourOf(pod, container, startedAt), run), run)
  const health = healthOf({ pod, container, behaviour, startedAt, now })
  const notes = health.failures.map(failure => unhealthyNote(pod, container, failure))
  const runs = behaviour.runAt !== undefined && behaviour.runAt <= now
  const own = runs ? { ...behaviour, runsFor: undefined } : behaviour
  const end = status.image === container.image ? endOf(own, startedAt, health.killed) : replacedAt(now)
  if (end && end.at <= now) {
    const told = [...(end.why ? [killNote(pod, container, end.why)] : []), ...failedStart(pod, container, end)]
    return { status: ended(status, end), notes: [...notes, ...told] }
  }
  const times = [end?.at, health.next, runs ? undefined : behaviour.runAt].filter(isDefined)
  const stay = { due: times.length > 0 ? Math.min(...times) : undefined, runs, notes }
  if (status.ready === health.ready && status.started === health.started) return stay
  return { status: { ...status, ready: health.ready, started: health.started } }
}

const failedStart = (pod: Pod, container: Container, { startError }: End): readonly KubeletNote[] =>
  startError === undefined ? [] : [startNote(pod, container, startError)]
