import { Failure } from '../errors.ts'
import type { Output } from '../world/world.ts'

export interface Warnings {
  /** Prints `Warning: TEXT`, the same text once in a command. */
  warn(text: string): void
  /** For --warnings-as-errors: throws if something was printed. */
  refuse(): void
}

export const createWarnings = (err: Output): Warnings => {
  const said = new Set<string>()
  return {
    warn: text => {
      if (said.has(text)) return
      said.add(text)
      err.write(`Warning: ${text}\n`)
    },
    refuse: () => {
      if (said.size > 0) throw new Failure(`${said.size} warning${said.size > 1 ? 's' : ''} received`)
    },
  }
}
