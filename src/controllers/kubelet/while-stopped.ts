import type { Container, ContainerState, ContainerStatus, Pod } from '../../api/generated/types.ts'
import { backOffOf } from './back-off.ts'
import { started } from './container-status.ts'
import type { Machine, Task } from './machine.ts'
import { type Move, waitFor } from './move.ts'
import { backOffNote, pullNotes, setUpNote } from './notes.ts'
import { type PullFailure, pullFailure } from './pull.ts'
import { failsFrom, type SetUpFailure, setUpFailure } from './set-up.ts'

/** A container that has not started, or that has ended and is to run again. */
export const whileStopped = (task: Task, status: ContainerStatus, machine: Machine): Move => {
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
  const again = started(container, machine.now, status.restartCount + 1)
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
  return { status: started(container, machine.now, status.restartCount) }
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
