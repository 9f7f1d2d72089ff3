import type { Resolver } from '../dns/resolver/resolve.ts'

export interface Output {
  write(text: string): unknown
}

/**
 * Where a program runs: a place in the cluster (the laptop, a node, a pod) with its files, its way to name servers and
 * its streams. Time is the cluster's: a program that waits says so with `wait`, and nobody waits for real.
 */
export interface ToolWorld extends Resolver {
  readonly out: Output
  readonly err: Output
}

/** Takes the words after the program's name and gives the exit code. */
export type Run = (argv: readonly string[], world: ToolWorld) => Promise<number>

/** A program that can be run at a place in the cluster. */
export interface Tool {
  readonly name: string
  readonly summary: string
  load(): Promise<Run>
}

/** Identity: gives a tool its type. */
export const defineTool = (tool: Tool): Tool => tool
