import type { CustomCommand } from 'just-bash/browser'
import type { OpenContainer } from './container.ts'
import { absolutePath } from './files/paths.ts'
import { announced } from './shell/announced.ts'
import { builtinCommands } from './shell/builtins.ts'
import { commandsOf } from './shell/commands.ts'
import { createDirect, type Direct } from './shell/direct.ts'
import { inFunction } from './shell/in-function.ts'
import { interpret } from './shell/interpreter.ts'
import { interruptible } from './shell/interruptible.ts'
import { lookCommands } from './shell/look-commands.ts'
import { openedFirst } from './shell/rewrite.ts'
import { type Speaker, spoken } from './shell/speech.ts'
import { streamed } from './shell/streamed.ts'
import type { Script } from './shell/syntax.ts'
import type { Streams } from './streams.ts'

export interface Running {
  readonly script: Script
  readonly stdin: string
  /** What else there is than the container's programs. */
  readonly commands?: (direct: Direct) => readonly CustomCommand[]
  /** Whether it is in the form that prints as it goes already. */
  readonly isPrepared?: boolean
  /** Who says what goes wrong. */
  readonly speaker?: Speaker | undefined
}

/** Runs a script in a container and gives its exit code. */
export const runScript = async (
  { script, stdin, commands = () => [], isPrepared = false, speaker = plain }: Running,
  { machine, folder }: OpenContainer,
  { out, err, hasTerminal, width = 80, interrupt, isStoppable = false }: Streams,
): Promise<number> => {
  const { PATH = '', HOSTNAME = '', ...others } = machine.environment
  const prepared = isPrepared ? script : announced(streamed(openedFirst(script)))
  const direct = createDirect()
  return interpret(isStoppable ? stoppable(prepared) : prepared, {
    files: machine.files,
    commands: [
      ...builtinCommands,
      ...commandsOf(machine, { direct, out, ...(hasTerminal ? { width } : {}) }),
      ...commands(direct),
      direct.command,
      ...(isStoppable ? lookCommands(interrupt) : []),
    ],
    environment: { PATH, HOSTNAME, ...(hasTerminal ? { TERM: 'xterm' } : {}), ...others },
    folder,
    stdin,
    out,
    err: text => err(spoken(text, speaker, path => machine.files.faultAt(absolutePath(path, folder)))),
  })
}

const stoppable = (prepared: Script): Script => {
  const { script, body } = inFunction('__line')
  body.splice(0, body.length, ...interruptible(prepared).statements)
  return script
}

const plain: Speaker = { kind: 'bash', name: 'bash', isInteractive: true }
