import type { Context } from '../verb.ts'

export interface StreamFlags {
  readonly stdin: boolean
  readonly tty: boolean
  readonly quiet: boolean
}

/** Whether what is typed is passed on, and whether the program is given a terminal, as kubectl settles it. */
export interface StreamUse {
  readonly stdin: boolean
  readonly tty: boolean
}

/** A terminal is given only to who gets the input of one. */
export const streamUse = ({ stdin, tty, quiet }: StreamFlags, { io }: Pick<Context, 'io'>): StreamUse => {
  if (!stdin || !tty) return { stdin, tty: false }
  if (io.in.isTerminal) return { stdin, tty }
  if (!quiet) io.err.write('Unable to use a TTY - input is not a terminal or the right kind of file\n')
  return { stdin, tty: false }
}
