import type { ContainerStatus } from '../../api/generated/types.ts'
import { waiting } from './container-status.ts'
import type { Machine, Task } from './machine.ts'
import type { Move } from './move.ts'
import type { KubeletNote } from './notes.ts'
import { whileRunning } from './while-running.ts'
import { whileStopped } from './while-stopped.ts'

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

const moveOf = (task: Task, status: ContainerStatus, machine: Machine): Move => {
  const { running, terminated } = status.state ?? {}
  if (running) return whileRunning(task, status, machine)
  if (terminated && !task.restarts(terminated.exitCode)) return {}
  return whileStopped(task, status, machine)
}
