import { type CommandContext, type CustomCommand, defineCommand } from 'just-bash/browser'
import { imagePrograms } from '../programs/image-programs.ts'
import { programs as others } from '../programs/index.ts'
import { networkPrograms } from '../programs/network.ts'
import type { Call, Machine, Outcome, Program } from '../programs/program.ts'
import type { Direct } from './direct.ts'

/** The programs of a container for the interpreter, which adds its own. */
export const commandsOf = (machine: Machine, shown: Shown): CustomCommand[] =>
  [...others, ...[...networkPrograms, ...imagePrograms(machine.container)].map(asking)].flatMap(program =>
    program.names.map(name => commandOf(program, name, { machine, shown })),
  )

/** A program that asks others, and is answered as it was in a run that is gone through again. */
const asking = (program: Program): Program => ({
  ...program,
  async run(call) {
    const { answers } = call.machine
    const line = [call.name, ...call.words].join(' ')
    const before = answers?.recall(line)
    if (before) return before
    const outcome = await program.run(call)
    answers?.keep(line, outcome)
    return outcome
  },
})

/** Where programs print that may do so as they go. */
export interface Shown {
  readonly direct: Direct
  /** How wide the terminal is; unset where there is none. */
  readonly width?: number | undefined
  out(text: string): void
}

interface Around {
  readonly machine: Machine
  readonly shown: Shown
}

const commandOf = (program: Program, name: string, { machine, shown }: Around): CustomCommand =>
  defineCommand(name, async (words, context) => {
    const here = shown.direct.take() ? { print: shown.out, width: shown.width } : {}
    const { out, err, code } = await program.run({ ...callOf(name, words, { context, machine }), ...here })
    return { stdout: out, stderr: err, exitCode: code }
  })

const callOf = (
  name: string,
  words: readonly string[],
  { context, machine }: { readonly context: CommandContext; readonly machine: Machine },
): Call => ({
  name,
  words,
  stdin: fromBytes(String(context.stdin)),
  stdinBytes: String(context.stdin),
  folder: context.cwd,
  environment: new Map(Object.entries(context.exportedEnv ?? {})),
  machine,
  original: async rest => outcomeOf(await context.origCommand?.([...rest])),
  other: async (command, rest) =>
    outcomeOf(
      await context.exec?.(command, {
        cwd: context.cwd,
        args: [...rest],
        stdin: String(context.stdin),
        stdinKind: 'bytes',
      }),
    ),
})

type Result = Awaited<ReturnType<NonNullable<CommandContext['exec']>>>

const outcomeOf = (result: Result | undefined): Outcome => {
  if (!result) return { out: '', err: '', code: 127 }
  const { stdout, stderr, stdoutKind, exitCode } = result
  return { out: stdoutKind === 'bytes' ? fromBytes(stdout) : stdout, err: stderr, code: exitCode }
}

/** The interpreter keeps bytes as characters. */
export const fromBytes = (text: string): string => Buffer.from(text, 'latin1').toString('utf8')
