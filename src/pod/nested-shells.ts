import { type CustomCommand, defineCommand } from 'just-bash/browser'
import type { OpenContainer } from './container.ts'
import { fromBytes } from './shell/commands.ts'
import type { Direct } from './shell/direct.ts'
import type { ShellStart } from './shell/shell-start.ts'
import type { Streams } from './streams.ts'

type RunShell = (start: ShellStart, opened: OpenContainer, streams: Streams) => Promise<number>

export interface Outer {
  readonly opened: OpenContainer
  readonly streams: Streams
  readonly direct: Direct
}

/** The shells of a container as programs of a shell: each runs in an interpreter of its own, and prints as it goes. */
export const nestedShells = ({ opened, streams, direct }: Outer, runShell: RunShell): readonly CustomCommand[] =>
  Object.entries(opened.machine.system.shells).map(([name, kind]) =>
    defineCommand(name, async (words, context) => {
      const isShown = direct.take()
      const kept = { out: '', err: '' }
      const stdin = fromBytes(String(context.stdin))
      const isTyped = isShown && words.length === 0 && stdin === ''
      const { openTerminal, ...others } = streams
      const machine = { ...opened.machine, environment: { ...context.exportedEnv } }
      const inner: Streams = {
        ...others,
        ...(isTyped && openTerminal ? { openTerminal } : {}),
        stdin: async () => stdin,
        ...(isShown ? {} : keeping(kept)),
      }
      const exitCode = await runShell({ kind, name, words }, { ...opened, machine, folder: context.cwd }, inner)
      return { stdout: kept.out, stderr: kept.err, exitCode }
    }),
  )

const keeping = (kept: { out: string; err: string }): Pick<Streams, 'out' | 'err'> => ({
  out(text) {
    kept.out += text
  },
  err(text) {
    kept.err += text
  },
})
