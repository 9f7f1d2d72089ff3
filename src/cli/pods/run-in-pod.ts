import type { Container, Pod } from '../../api/generated/types.ts'
import type { Streams } from '../../pod/streams.ts'
import type { Context } from '../verb.ts'
import { containerHost } from './container-host.ts'
import { startFailure } from './start-failure.ts'
import type { StreamUse } from './terminal-use.ts'

export interface PodRun {
  readonly pod: Pod
  readonly container: Container
  readonly words: readonly string[]
  readonly use: StreamUse
}

/** Runs a program in a container with the streams of this command, and gives its exit code. */
export const runInPod = async ({ pod, container, words, use }: PodRun, context: Context): Promise<number> => {
  const [{ openContainer }, { runInContainer }, { createInterrupt }, { StartError }] = await Promise.all([
    import('../../pod/container.ts'),
    import('../../pod/run.ts'),
    import('../../pod/shell/interrupt.ts'),
    import('../../pod/start.ts'),
  ])
  const host = await containerHost(context)
  const interrupt = createInterrupt()
  const opened = await openContainer({ host, pod, container, interrupt })
  const terminal = use.stdin && context.io.in.isTerminal ? await context.world.openTerminal() : undefined
  try {
    return await runInContainer(words, opened, { ...streamsOf(use, context), interrupt, terminal })
  } catch (error) {
    if (error instanceof StartError) throw startFailure(error.message, await host.look())
    throw error
  } finally {
    terminal?.close()
  }
}

const streamsOf = ({ stdin, tty }: StreamUse, { io, world }: Context): Omit<Streams, 'interrupt'> => ({
  stdin: async () => (stdin && !io.in.isTerminal ? io.in.readAll() : ''),
  out: text => io.out.write(text),
  // A terminal has one stream for both.
  err: text => (tty ? io.out : io.err).write(text),
  hasTerminal: tty,
  rest: () => world.release(),
})
