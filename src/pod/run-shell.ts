import type { OpenContainer } from './container.ts'
import { absolutePath } from './files/paths.ts'
import { nestedShells } from './nested-shells.ts'
import { runScript } from './run-script.ts'
import type { Direct } from './shell/direct.ts'
import { withExitTrap } from './shell/exit-trap.ts'
import { promptOf } from './shell/prompt.ts'
import { createSession } from './shell/session.ts'
import { called } from './shell/shell-name.ts'
import type { ShellStart } from './shell/shell-start.ts'
import { type ShellTask, shellTask } from './shell/shell-words.ts'
import { missingFile, type Speaker, syntaxText } from './shell/speech.ts'
import { parseScript, type Script, SyntaxFault } from './shell/syntax.ts'
import type { Terminal } from './shell/terminal.ts'
import type { Streams } from './streams.ts'

/** A shell in a container: one line, a file of commands, or what is typed. Gives its exit code. */
export const runShell = async (start: ShellStart, opened: OpenContainer, streams: Streams): Promise<number> => {
  const task = shellTask(start.words)
  const speaker: Speaker = { kind: start.kind, name: start.name, isInteractive: false }
  if (task.do === 'line') {
    const named = { ...speaker, name: task.name ?? start.name }
    return runText(task.text, { task, speaker: named, stdin: await streams.stdin() }, opened, streams)
  }
  if (task.do === 'file') return runFile(task.path, { task, speaker, stdin: await streams.stdin() }, opened, streams)
  if (streams.openTerminal) {
    const terminal = await streams.openTerminal()
    // A shell that is called from this one is typed at the same terminal.
    const inner = { ...streams, openTerminal: async () => ({ ...terminal, close: () => undefined }), isStoppable: true }
    try {
      return await runSession({ ...speaker, isInteractive: streams.hasTerminal }, terminal, opened, inner)
    } finally {
      terminal.close()
    }
  }
  return runText(await streams.stdin(), { task, speaker, stdin: '' }, opened, streams)
}

/** The shells that a script can call. */
export const shellsIn = (opened: OpenContainer, streams: Streams) => (direct: Direct) =>
  nestedShells({ opened, streams, direct }, runShell)

interface Text {
  readonly task: ShellTask
  readonly speaker: Speaker
  readonly stdin: string
}

const runText = async (
  text: string,
  { task, speaker, stdin }: Text,
  opened: OpenContainer,
  streams: Streams,
): Promise<number> => {
  try {
    const name = task.do === 'file' ? task.path : speaker.name
    const script = withOptions(withExitTrap(called(parseScript(text), name)), task)
    return await runScript({ script, stdin, speaker, commands: shellsIn(opened, streams) }, opened, streams)
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    streams.err(syntaxText(error.message, speaker))
    return 2
  }
}

const runFile = async (path: string, text: Text, opened: OpenContainer, streams: Streams): Promise<number> => {
  const { files } = opened.machine
  const whole = absolutePath(path, opened.folder)
  if (files.find(whole)?.kind === 'file') return runText(files.read(whole).toString('utf8'), text, opened, streams)
  const missing = missingFile(path, text.speaker)
  streams.err(missing.text)
  return missing.code
}

/** `set -eux` and `set -- WORDS`, as the words behind the shell's name had it. */
const withOptions = (script: Script, task: ShellTask): Script => {
  const words = 'words' in task ? task.words : []
  const quoted = words.map(word => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
  const before = [task.options ? `set -${task.options}` : '', words.length > 0 ? `set -- ${quoted}` : '']
  return { ...script, statements: [...parseScript(before.join('\n')).statements, ...script.statements] }
}

const runSession = async (
  speaker: Speaker,
  terminal: Terminal,
  opened: OpenContainer,
  streams: Streams,
): Promise<number> => {
  const { machine } = opened
  const prompting = {
    kind: speaker.kind,
    isDebian: Object.values(machine.system.shells).includes('dash'),
    user: 'root',
    hostname: machine.hostname.slice(0, 63),
    home: machine.environment.HOME ?? '/root',
  }
  const session = createSession({
    terminal,
    speaker,
    interrupt: streams.interrupt,
    prompt: folder => (speaker.isInteractive ? promptOf(prompting, folder) : ''),
    err: streams.err,
    refresh: machine.refresh,
    async rest() {
      await opened.save()
      const isAlive = await opened.isRunning()
      streams.rest()
      return isAlive
    },
  })
  const { script, commands: own } = session
  const shells = shellsIn(opened, streams)
  const commands = (direct: Direct) => [...shells(direct), ...own]
  const plain = { ...streams, isStoppable: false }
  const code = await runScript({ script, stdin: '', commands, isPrepared: true, speaker }, opened, plain)
  const atEnd = session.endedWith()
  if (speaker.isInteractive) streams.err(farewell(speaker, atEnd !== undefined))
  return atEnd ?? code
}

/** bash says that it leaves; another shell only begins a new line where it was left by Ctrl-D. */
const farewell = ({ kind }: Speaker, isAtEnd: boolean): string => (kind === 'bash' ? 'exit\n' : isAtEnd ? '\n' : '')
