import type { Behaviour, BehaviourOf } from '../../api/behaviour.ts'
import type { Container, ContainerState, ContainerStatus, Pod } from '../../api/generated/types.ts'
import { toRfc3339 } from '../../util/clock.ts'
import { isDefined } from '../../util/range.ts'
import { backOffOf } from './back-off.ts'
import { endedByUser } from './ended.ts'
import { crashing } from './faults.ts'
import { healthOf } from './health.ts'
import { backOffNote, type KubeletNote, killNote, pullNotes, setUpNote, startNote, unhealthyNote } from './notes.ts'
import { type PullFailure, pullFailure } from './pull.ts'
import { failsFrom, type SetUpFailure, setUpFailure } from './set-up.ts'

/** A container of a pod, and what may become of it now. */
export interface Task {
  readonly container: Container
  readonly status: ContainerStatus | undefined
  /** Why it waits; undefined if it may run. */
  readonly waitsFor?: string | undefined
  /** Whether it is started again after it ended with a code. */
  restarts(exitCode: number): boolean
}

export interface Machine {
  readonly pod: Pod
  /** Milliseconds. */
  readonly now: number
  /** Before this moment no container starts for the first time. */
  readonly startsAt: number
  readonly behaviourOf: BehaviourOf
  /** The images that its node cannot pull. */
  readonly missingImages: readonly string[]
  /** Whether the pod's volumes are there. */
  readonly isMounted: boolean
  /** What the settings of a container refer to that is not there; undefined if all is there. */
  lacks(container: Container): string | undefined
}

/** How a container stands now, when that changes next, and what there is to tell of it. */
export interface Stand {
  readonly status: ContainerStatus
  readonly due?: number | undefined
  /** Whether its own program has to be run now to know more. */
  readonly runs?: boolean | undefined
  readonly notes: readonly KubeletNote[]
}

/** Moves a container on to where it has to be by now: starts it, ends it, starts it again. */
export const standOf = (task: Task, machine: Machine): Stand => {
  let status = task.status ?? waiting(task.container, task.waitsFor ?? 'ContainerCreating')
  const notes: KubeletNote[] = []
  for (;;) {
    const move = moveOf(task, status, machine)
    notes.push(...(move.notes ?? []))
    if (!move.status) return { status, due: move.due, runs: move.runs, notes }
    status = move.status
  }
}

interface Move {
  /** Its new status; unset if it stays as it is. */
  readonly status?: ContainerStatus
  readonly due?: number | undefined
  readonly runs?: boolean
  readonly notes?: readonly KubeletNote[]
}

const moveOf = (task: Task, status: ContainerStatus, machine: Machine): Move => {
  const { running, terminated } = status.state ?? {}
  if (running) return whileRunning(task, status, machine)
  if (terminated && !task.restarts(terminated.exitCode)) return {}
  return whileStopped(task, status, machine)
}

/** A container that has not started, or that has ended and is to run again. */
const whileStopped = (task: Task, status: ContainerStatus, machine: Machine): Move => {
  const { container, waitsFor } = task
  if (waitsFor) return waitFor(status, { reason: waitsFor })
  const ended = status.state?.terminated ?? status.lastState?.terminated
  if (!ended && machine.now < machine.startsAt) {
    return { ...waitFor(status, { reason: 'ContainerCreating' }), due: machine.startsAt }
  }
  if (!ended) return firstStart(container, status, machine)
  const delay = backOffOf(status)
  const due = Date.parse(ended.finishedAt ?? '') + delay
  if (due > machine.now) return crashLoop(task, status, { delay, due, pod: machine.pod })
  const failure = setUpFailure(container, machine)
  if (failure) return notSetUp({ container, pod: machine.pod }, status, failure)
  const again = started(container, machine, status.restartCount + 1)
  return { status: { ...again, lastState: { terminated: ended } } }
}

const firstStart = (container: Container, status: ContainerStatus, machine: Machine): Move => {
  const { pod, startsAt, now, isMounted } = machine
  if (!isMounted) {
    const due = failsFrom(startsAt)
    return { ...waitFor(status, { reason: 'ContainerCreating' }), ...(now < due ? { due } : {}) }
  }
  const notThere = pullFailure(container, machine)
  if (notThere) return notPulled({ container, pod }, status, notThere)
  const failure = setUpFailure(container, machine)
  if (failure) return notSetUp({ container, pod }, status, failure)
  return { status: started(container, machine, status.restartCount) }
}

const crashLoop = (
  { container }: Task,
  status: ContainerStatus,
  { delay, due, pod }: { delay: number; due: number; pod: Pod },
): Move => {
  if (status.state?.waiting) return { due }
  const { note, message } = backOffNote(pod, container, delay)
  const state: ContainerState = { waiting: { reason: 'CrashLoopBackOff', message } }
  const lastState = { terminated: status.state?.terminated }
  return { status: { ...status, ready: false, started: false, state, lastState }, notes: [note] }
}

const notPulled = (
  { container, pod }: { readonly container: Container; readonly pod: Pod },
  status: ContainerStatus,
  failure: PullFailure,
): Move => {
  const { reason, message, due } = failure
  if (status.state?.waiting?.reason === reason) return { due }
  return { ...waitFor(status, { reason, message }), notes: pullNotes(pod, container, failure) }
}

const notSetUp = (
  { container, pod }: { readonly container: Container; readonly pod: Pod },
  status: ContainerStatus,
  { reason, message, due }: SetUpFailure,
): Move => {
  const { status: next } = waitFor(status, message === undefined ? { reason } : { reason, message })
  if (!next) return { due }
  const { terminated } = status.state ?? {}
  const lastState = terminated ? { terminated } : (status.lastState ?? {})
  return { status: { ...next, lastState }, notes: message === undefined ? [] : [setUpNote(pod, container, message)] }
}

const waitFor = (status: ContainerStatus, why: { reason: string; message?: string }): Move => {
  const { waiting: now } = status.state ?? {}
  if (now?.reason === why.reason && now.message === why.message) return {}
  return { status: { ...status, ready: false, started: false, state: { waiting: why } } }
}

const whileRunning = ({ container }: Task, status: ContainerStatus, machine: Machine): Move => {
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

interface End {
  readonly at: number
  readonly exitCode: number
  /** Why it was killed; unset if it ended by itself. */
  readonly why?: string | undefined
  /** Why it did not even start. */
  readonly startError?: string | undefined
}

/** A container whose image was changed is stopped, and started anew with the other one. */
const replacedAt = (at: number): End => ({ at, exitCode: 0, why: 'definition changed' })

const endOf = (
  { runsFor, exitCode = 0, stopCode = 137, startError }: Behaviour,
  startedAt: number,
  killed: { at: number; by: 'startup' | 'liveness' } | undefined,
): End | undefined => {
  const own = runsFor === undefined ? undefined : { at: startedAt + runsFor, exitCode, startError }
  return killed && (!own || killed.at < own.at)
    ? { at: killed.at, exitCode: stopCode, why: `failed ${killed.by} probe` }
    : own
}

const failedStart = (pod: Pod, container: Container, { startError }: End): readonly KubeletNote[] =>
  startError === undefined ? [] : [startNote(pod, container, startError)]

const ended = (status: ContainerStatus, { at, exitCode, startError }: End): ContainerStatus => {
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

const started = (container: Container, { now }: Machine, restartCount: number): ContainerStatus => ({
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

const waiting = ({ name, image = '' }: Container, reason: string): ContainerStatus => ({
  name,
  state: { waiting: { reason } },
  lastState: {},
  ready: false,
  restartCount: 0,
  image,
  imageID: '',
  started: false,
})
