import type { Behaviour } from '../../api/behaviour.ts'
import type { Process } from '../running.ts'

/** A container in which a program is run. */
export interface Inside {
  readonly running: Process
  readonly behaviour: Behaviour
  /** Milliseconds. */
  readonly now: number
}
