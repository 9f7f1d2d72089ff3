import type { ContainerRequest } from '../../api/behaviour.ts'
import type { Process } from '../running.ts'
import type { Directive } from './parse.ts'

/** A request that an nginx was asked, and the parts of its configuration that hold for it. */
export interface Asked {
  readonly running: Process
  readonly request: ContainerRequest
  readonly location: Directive | undefined
  /** From the inside out. */
  readonly blocks: readonly (readonly Directive[])[]
  readonly http: readonly Directive[]
}
