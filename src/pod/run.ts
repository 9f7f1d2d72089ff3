import type { OpenContainer } from './container.ts'
import { runScript } from './run-script.ts'
import { runShell, shellsIn } from './run-shell.ts'
import { commandScript } from './shell/literal-words.ts'
import { programPath, shellAt } from './start.ts'
import type { Streams } from './streams.ts'

/** Runs a program in a container, as words, and gives its exit code. Throws StartError where it has no such program. */
export const runInContainer = async (
  words: readonly string[],
  opened: OpenContainer,
  streams: Streams,
): Promise<number> => {
  const [program = '', ...rest] = words
  const kind = shellAt(programPath(program, opened), opened.machine)
  const code = await (kind
    ? runShell({ kind, name: program, words: rest }, opened, streams)
    : runScript(
        { script: commandScript(words), stdin: await streams.stdin(), commands: shellsIn(opened, streams) },
        opened,
        streams,
      ))
  await opened.save()
  return code
}
