import { behavioursIn } from '../../images/behaviour-of.ts'
import { processesOf } from './processes.ts'
import { type Call, defineProgram, failed, printed } from './program.ts'

// The signals that ask a server to end. The first process of a container cannot be killed from inside of it.
const asking = new Set(['TERM', '15', 'INT', '2', 'QUIT', '3'])

/** Sends a signal: a server that listens to it ends, and its container with it. */
export const kill = defineProgram({
  names: ['kill'],
  async run(call) {
    const { signal, pids } = readWords(call.words)
    if (pids.length === 0) return signal === 'l' ? printed('') : failed('kill: you need to specify whom to kill\n')
    const known = processesOf(call).map(({ pid }) => String(pid))
    const missing = pids.filter(pid => !known.includes(pid))
    if (pids.includes('1') && asking.has(signal)) await stopServer(call)
    if (missing.length === 0) return printed('')
    return failed(missing.map(pid => `kill: can't kill pid ${pid}: No such process\n`).join(''))
  },
})

const stopServer = async ({ machine }: Call): Promise<void> => {
  const { pod, view } = await machine.look()
  const { stopCode } = behavioursIn(view)(pod, machine.container)
  if (stopCode !== undefined) await machine.stop(stopCode)
}

const readWords = (words: readonly string[]): { readonly signal: string; readonly pids: readonly string[] } => {
  const [first = '', ...rest] = words
  if (first === '-s') return { signal: signalOf(rest[0] ?? ''), pids: rest.slice(1) }
  if (first === '--') return { signal: 'TERM', pids: rest }
  return first.startsWith('-') ? { signal: signalOf(first.slice(1)), pids: rest } : { signal: 'TERM', pids: words }
}

const signalOf = (text: string): string => (text === 'l' ? text : text.toUpperCase().replace(/^SIG/, ''))
