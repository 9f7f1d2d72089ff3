import type { Client } from '../api/client.ts'
import type { Clock } from '../util/clock.ts'
import type { Files } from '../util/files.ts'

/** Where a program writes. */
export interface Output {
  write(text: string): void
  readonly isTerminal: boolean
  /** The width of the terminal, if it has one. */
  readonly columns?: number | undefined
}

/** Where a program reads. */
export interface Input {
  /** All of it, as text. */
  readAll(): Promise<string>
  readonly isTerminal: boolean
}

export interface Io {
  readonly in: Input
  readonly out: Output
  readonly err: Output
}

export interface ClientOptions {
  /** The cluster's context; unset is the current one. */
  readonly context?: string | undefined
  /** Whom --as names; unset is the administrator. */
  readonly user?: string | undefined
  readonly groups?: readonly string[] | undefined
  /** Called with the text of every warning that the server sends along. */
  onWarning(text: string): void
}

/** The clusters of this machine, each a context. What `config` and `cluster` need beyond this is added here. */
export interface Clusters {
  /** The namespace that commands mean which name none. Throws where the context does not exist. */
  defaultNamespace(context: string | undefined): string
}

/** A program to run in a terminal's place (an editor, `diff`, a plugin). */
export interface Spawn {
  /** Runs it with our terminal, gives its exit code. */
  interactive(command: string, args: readonly string[]): Promise<number>
  /** Runs it and gives what it printed. */
  capture(command: string, args: readonly string[]): Promise<{ stdout: string; stderr: string; code: number }>
}

/** All that the command line has to do with beyond its words: nothing else is touched. */
export interface World {
  readonly io: Io
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly files: Files
  readonly clock: Clock
  readonly clusters: Clusters
  readonly spawn: Spawn
  openClient(options: ClientOptions): Promise<Client>
}
