import type { ShellKind } from '../systems/system.ts'

/** A shell that is to be run: of which kind, and with which words. */
export interface ShellStart {
  readonly kind: ShellKind
  /** As it was called: `sh`, `/bin/bash`. */
  readonly name: string
  readonly words: readonly string[]
}
