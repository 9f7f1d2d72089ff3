import type { Io, World } from '../../src/cli/world/world.ts'
import type { Terminal, Typed } from '../../src/pod/shell/terminal.ts'

/** What somebody types at a terminal: lines, `^C`, `^D`. */
export interface Typist {
  readonly world: Partial<World>
  /** Ctrl-C while something runs. */
  interrupt(): void
  /** All that the terminal shows, what is typed among it. */
  screen(): string
}

/**
 * A world whose streams are a terminal at which these things are typed, one for each prompt; `^D` ends it. What happens
 * meanwhile happens before each.
 */
export const aTypist = (typed: readonly string[], meanwhile = async (): Promise<unknown> => undefined): Typist => {
  let shown = ''
  const left = [...typed]
  const write = (text: string): void => {
    shown += text
  }
  const io: Io = {
    in: { isTerminal: true, readAll: async () => '' },
    out: { isTerminal: true, write },
    err: { isTerminal: true, write },
  }
  const terminal: Terminal = {
    async read(prompt) {
      await meanwhile()
      const next = left.shift() ?? '^D'
      write(`${prompt}${next === '^D' ? '' : `${next}\n`}`)
      return typedOf(next)
    },
    onInterrupt(call) {
      interrupt = call
    },
    close: () => undefined,
  }
  let interrupt = (): void => undefined
  return { world: { io, openTerminal: async () => terminal }, interrupt: () => interrupt(), screen: () => shown }
}

const typedOf = (text: string): Typed => {
  if (text === '^C') return 'interrupt'
  return text === '^D' ? 'end' : { line: text }
}
