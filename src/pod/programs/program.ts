import type { Container, Pod } from '../../api/generated/types.ts'
import type { ClusterView } from '../../api/view.ts'
import type { Output, ToolWorld } from '../../tools/tool.ts'
import type { AnswersBefore } from '../answers-before.ts'
import type { FileTree } from '../files/file-tree.ts'
import type { System } from '../systems/system.ts'

/** The cluster as it is now, around a container. */
export interface Surroundings {
  readonly view: ClusterView
  /** The pod as it is now. */
  readonly pod: Pod
  /** Milliseconds since 1970, the cluster's time. */
  readonly now: number
}

/** A container as the programs in it know it. */
export interface Machine {
  readonly container: Container
  readonly system: System
  readonly files: FileTree
  /** What its programs are started with, in order. */
  readonly environment: Readonly<Record<string, string>>
  /** The name that the container takes for its own. */
  readonly hostname: string
  /** What programs of the network have said before, where a run is gone through again. */
  readonly answers?: AnswersBefore | undefined
  look(): Promise<Surroundings>
  /** The network as it is now, seen from here. */
  network(streams: Streams): Promise<ToolWorld>
  /** Lets the cluster's time go by, in milliseconds, until somebody interrupts. */
  sleep(milliseconds: number): Promise<void>
  /** Has the files as they are now, with what others have written. */
  refresh(): Promise<void>
  /** Ends the container's own program, with a code. */
  stop(exitCode: number): Promise<void>
  /** Whether somebody wants what runs to stop. */
  isInterrupted(): boolean
}

/** Where a program of the network prints, and in which folder it stands. */
export interface Streams {
  readonly out: Output
  readonly err: Output
  readonly folder: string
}

export interface Call {
  /** The name that the program was called by, and the words behind it. */
  readonly name: string
  readonly words: readonly string[]
  readonly stdin: string
  /** The same, a byte a character. */
  readonly stdinBytes: string
  readonly folder: string
  readonly environment: ReadonlyMap<string, string>
  readonly machine: Machine
  /** Prints at once; unset where what it prints goes elsewhere than to the terminal, or is little. */
  readonly print?: ((text: string) => void) | undefined
  /** How wide the terminal is that it prints to; unset where it prints to none. */
  readonly width?: number | undefined
  /** The interpreter's own program of this name. */
  original(words: readonly string[]): Promise<Outcome>
  /** Another program of the container. */
  other(name: string, words: readonly string[]): Promise<Outcome>
}

export interface Outcome {
  readonly out: string
  readonly err: string
  readonly code: number
}

/** A program that containers have beyond those of the interpreter, or that is another one there. */
export interface Program {
  readonly names: readonly string[]
  run(call: Call): Promise<Outcome> | Outcome
}

/** Identity: gives a program its type. */
export const defineProgram = (program: Program): Program => program

export const printed = (out: string): Outcome => ({ out, err: '', code: 0 })
export const failed = (err: string, code = 1): Outcome => ({ out: '', err, code })
