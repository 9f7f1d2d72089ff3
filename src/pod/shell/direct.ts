import { type CustomCommand, defineCommand } from 'just-bash/browser'
import { announcement } from './announced.ts'
import { nameOfHidden } from './hidden-programs.ts'

/** Tells the program that runs next whether it may print as it goes. */
export interface Direct {
  readonly command: CustomCommand
  /** True once, after it was announced. */
  take(): boolean
}

export const createDirect = (): Direct => {
  let isNext = false
  return {
    command: defineCommand(nameOfHidden(announcement), async ([status]) => {
      isNext = true
      return { stdout: '', stderr: '', exitCode: Number(status) }
    }),
    take() {
      const was = isNext
      isNext = false
      return was
    },
  }
}
