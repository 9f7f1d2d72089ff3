import { type CustomCommand, defineCommand } from 'just-bash/browser'
import { announced } from './announced.ts'
import { hiddenProgram, nameOfHidden } from './hidden-programs.ts'
import { inFunction } from './in-function.ts'
import type { Interrupt } from './interrupt.ts'
import { giveStatus, interruptedStatus, interruptible } from './interruptible.ts'
import { lookCommands } from './look-commands.ts'
import { openedFirst } from './rewrite.ts'
import { called } from './shell-name.ts'
import { functionsOf } from './shown-functions.ts'
import { type Speaker, syntaxText } from './speech.ts'
import { streamed } from './streamed.ts'
import { parseScript, type Script, type Statement, SyntaxFault } from './syntax.ts'
import type { Terminal } from './terminal.ts'

export interface SessionOptions {
  readonly terminal: Terminal
  readonly interrupt: Interrupt
  readonly speaker: Speaker
  /** The prompt in a folder. */
  prompt(folder: string): string
  err(text: string): void
  /** Called when a command line is done, before the next one is read. False ends the session: it was killed. */
  rest(): Promise<boolean>
  /** Called when a command line was typed, before it runs: others may have changed something. */
  refresh(): Promise<void>
}

/** A script that reads what is typed line by line and runs it, and the commands that it does so with. */
export interface Session {
  readonly script: Script
  readonly commands: CustomCommand[]
  /** What the last line ended with, if the session came to its end. */
  endedWith(): number | undefined
}

// 128 and the number of the kill signal.
const killedStatus = 137

const nextLineRead = hiddenProgram('next')

/**
 * One script for the whole session, so that variables, functions and the folder stay: a function whose body is another
 * one for each line.
 */
export const createSession = (options: SessionOptions): Session => {
  const { script, body } = inFunction(`while ${nextLineRead} $?; do __line; done`)
  const { interrupt } = options
  const functions = new Set<string>()
  let ended: number | undefined
  options.terminal.onInterrupt(interrupt.raise)
  const next = defineCommand(nameOfHidden(nextLineRead), async ([status = '0'], { cwd }) => {
    interrupt.clear()
    const isAlive = await options.rest()
    const typed = isAlive ? await nextLine({ status: Number(status), folder: cwd, functions }, options) : undefined
    if (!typed) ended = isAlive ? Number(status) : killedStatus
    else {
      await options.refresh()
      body.splice(0, body.length, ...typed)
    }
    return { stdout: '', stderr: '', exitCode: typed ? 0 : 1 }
  })
  return {
    script,
    commands: [next, ...lookCommands(interrupt)],
    endedWith: () => ended,
  }
}

/** What lines before have left. */
interface Before {
  readonly status: number
  readonly folder: string
  /** The functions that they made: a line adds its own. */
  readonly functions: Set<string>
}

/** The statements of the next line that is whole; undefined at the end. */
const nextLine = async (
  { status, folder, functions }: Before,
  options: SessionOptions,
): Promise<readonly Statement[] | undefined> => {
  let text = ''
  let last = status
  for (;;) {
    const typed = await options.terminal.read(text === '' ? options.prompt(folder) : '> ')
    if (typed === 'end' && text === '') return undefined
    if (typed === 'interrupt') {
      text = ''
      last = interruptedStatus
      continue
    }
    if (typed !== 'end') text += text === '' ? typed.line : `\n${typed.line}`
    const read = readText(text, typed === 'end', { functions, name: options.speaker.name })
    if ('statements' in read) return [...giving(last), ...read.statements]
    if (read.fault === undefined) continue
    options.err(syntaxText(read.fault, options.speaker))
    text = ''
    last = 2
  }
}

type Read = { readonly statements: readonly Statement[] } | { readonly fault: string | undefined }

const readText = (
  text: string,
  isEnd: boolean,
  { functions, name }: { readonly functions: Set<string>; readonly name: string },
): Read => {
  try {
    const script = openedFirst(called(parseScript(text), name))
    for (const made of functionsOf(script)) functions.add(made)
    return { statements: interruptible(announced(streamed(script, functions))).statements }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return { fault: error.isUnfinished && !isEnd ? undefined : error.message }
  }
}

/** What came before ended with this status, for `$?`. */
const giving = (status: number): readonly Statement[] =>
  status === 0 ? [] : parseScript(`${giveStatus} ${status}`).statements
