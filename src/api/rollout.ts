import type { Client, Patch } from './client.ts'
import type { PodTemplateSpec } from './generated/types.ts'
import type { KubeObject } from './meta.ts'

/** A template that an object had, or has. */
export interface Revision {
  readonly number: number
  readonly template: PodTemplateSpec
  /** Why it was made, as somebody noted. */
  readonly cause: string | undefined
  /** What `-o` prints of it. */
  readonly object: KubeObject
  /** Whether it is the template of now. */
  readonly isCurrent: boolean
  /** Goes back to it. */
  readonly patch: Patch
}

/** How a kind replaces its pods after a change: what `kubectl rollout` needs to know. */
export interface Rollout<T extends KubeObject> {
  /** How far it has come, as a line. Throws an Error where it cannot be told, or the rollout has failed. */
  status(object: T): { readonly line: string; readonly isDone: boolean }
  /** The revision that runs, where the object tells it. */
  runningRevision?(object: T): number
  /** What there is to go back to, oldest first. */
  revisions(object: T, client: Client): Promise<readonly Revision[]>
  /** What is said where there is nothing to go back to. */
  noHistory(object: T): string
  /** What is put before the template that `undo --dry-run=client` shows. */
  readonly undoPreview: string
  /** Kinds that can be paused. */
  isPaused?(object: T): boolean
  withPaused?(object: T, isPaused: boolean): T
}
