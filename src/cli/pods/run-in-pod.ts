import type { Container, Pod } from '../../api/generated/types.ts'
import type { OpenContainer } from '../../pod/container.ts'
import type { Terminal } from '../../pod/shell/terminal.ts'
import type { Streams } from '../../pod/streams.ts'
import type { Context } from '../verb.ts'
import { containerHost } from './container-host.ts'
import type { StreamUse } from './terminal-use.ts'

export interface PodRun {
  readonly pod: Pod
  readonly container: Container
  readonly use: StreamUse
  /** What to run, once it is known what there is. */
  words(opened: OpenContainer): readonly string[] | undefined
  /** Has somebody told of all that is printed, and of what is typed. */
  readonly note?: ((text: string) => void) | undefined
}

/**
 * Runs a program in a container with the streams of this command, and gives its exit code; undefined where there are no
 * words. Throws StartError.
 */
export const runInPod = async (run: PodRun, context: Context): Promise<number | undefined> => {
  const { pod, container, words } = run
  const [{ openContainer }, { runInContainer }, { createInterrupt }] = await Promise.all([
    import('../../pod/container.ts'),
    import('../../pod/run.ts'),
    import('../../pod/shell/interrupt.ts'),
  ])
  const interrupt = createInterrupt()
  const opened = await openContainer({ host: await containerHost(context), pod, container, interrupt })
  const wanted = words(opened)
  if (!wanted) return undefined
  // At a terminal Ctrl-C is for the program, which may have something to say at its end.
  if (run.use.tty) void context.world.interrupted().then(interrupt.raise)
  return runInContainer(wanted, opened, { ...streamsOf(run, context), interrupt })
}

const streamsOf = ({ use: { stdin, tty }, note }: PodRun, { io, world }: Context): Omit<Streams, 'interrupt'> => {
  const writer = (to: typeof io.out) => (text: string) => {
    note?.(text)
    to.write(text)
  }
  return {
    stdin: async () => (stdin && !io.in.isTerminal ? io.in.readAll() : ''),
    out: writer(io.out),
    // A terminal has one stream for both.
    err: writer(tty ? io.out : io.err),
    ...(stdin && io.in.isTerminal ? { openTerminal: () => noted(world, note) } : {}),
    hasTerminal: tty,
    width: io.out.columns,
    isStoppable: tty,
    rest: () => world.release(),
  }
}

/** A terminal of which what is typed is told, with the prompt that it was typed at. */
const noted = async ({ openTerminal }: Context['world'], note: PodRun['note']): Promise<Terminal> => {
  const terminal = await openTerminal()
  return {
    ...terminal,
    async read(prompt) {
      const typed = await terminal.read(prompt)
      if (typeof typed === 'object') note?.(`${prompt}${typed.line}\n`)
      return typed
    },
  }
}
