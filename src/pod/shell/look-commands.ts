import { type CustomCommand, defineCommand } from 'just-bash/browser'
import { nameOfHidden } from './hidden-programs.ts'
import type { Interrupt } from './interrupt.ts'
import { giveStatus, isStopped } from './interruptible.ts'

/** The commands that an interruptible script looks about with. */
export const lookCommands = (interrupt: Interrupt): CustomCommand[] => [
  defineCommand(nameOfHidden(isStopped), async () => {
    // Lets the terminal tell of what was typed meanwhile.
    await new Promise(resolve => setImmediate(resolve))
    return { stdout: '', stderr: '', exitCode: interrupt.isRaised ? 0 : 1 }
  }),
  defineCommand(nameOfHidden(giveStatus), async ([status]) => ({ stdout: '', stderr: '', exitCode: Number(status) })),
]
