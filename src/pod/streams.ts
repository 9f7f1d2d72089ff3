import type { Interrupt } from './shell/interrupt.ts'
import type { Terminal } from './shell/terminal.ts'

/** What a program in a container is connected with. */
export interface Streams {
  /** All that comes in, to its end; nothing where nobody passes anything on. */
  stdin(): Promise<string>
  out(text: string): void
  err(text: string): void
  /** Set where somebody types: a shell without a script then reads line by line, with a prompt if it has a terminal. */
  readonly openTerminal?: (() => Promise<Terminal>) | undefined
  /** Whether the program is given a terminal (-t). */
  readonly hasTerminal: boolean
  /** How wide it is, where that is known. */
  readonly width?: number | undefined
  readonly interrupt: Interrupt
  /** Whether scripts are to end where somebody interrupts; unset: whoever interrupts ends all of it. */
  readonly isStoppable?: boolean
  /** Called whenever a shell waits for what is typed next. */
  rest(): void
}
