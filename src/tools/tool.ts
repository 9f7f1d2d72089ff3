import type { Exchange, Query } from '../dns/message.ts'
import type { Resolver } from '../dns/resolver/resolve.ts'
import type { Connect } from './connection.ts'

export interface Output {
  write(text: string): unknown
}

/** Asks the resolver of the machine that kubesim runs on, which stands in for the simulated Internet. */
export type RealDns = (query: Query) => Promise<Exchange>

/** The files of the place where a program runs. Both throw what Node says of a file that is not to be had. */
export interface ToolFiles {
  read(path: string): string
  write(path: string, text: string): void
}

/**
 * Where a program runs: a place in the cluster (the laptop, a node, a pod) with its files, its way to name servers and
 * its streams. Time is the cluster's: a program that waits says so with `wait`, and nobody waits for real.
 */
export interface ToolWorld extends Resolver {
  readonly connect: Connect
  readonly files: ToolFiles
  /** All that is sent to the program, a byte a character; unset where nobody sends anything. */
  readonly input?: (() => Promise<string>) | undefined
  readonly out: Output
  readonly err: Output
  /** Set where somebody watches, and can stop it. */
  readonly live?: LiveWorld | undefined
}

/** The same place in real time: for programs that go on until they are stopped. */
export interface LiveWorld {
  /** Lets milliseconds go by. False once somebody wants it to stop. */
  pass(milliseconds: number): Promise<boolean>
  /** The network as it is now. */
  connect(): Promise<Connect>
}

/** Takes the words after the program's name and gives the exit code. */
export type Run = (argv: readonly string[], world: ToolWorld) => Promise<number>

/** A program that can be run at a place in the cluster. */
export interface Tool {
  readonly name: string
  readonly summary: string
  /** Commands, each under a comment that says what it is for. */
  readonly examples: string
  load(): Promise<Run>
}

/** Identity: gives a tool its type. */
export const defineTool = (tool: Tool): Tool => tool
