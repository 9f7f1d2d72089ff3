import type { Executed } from '../api/behaviour.ts'
import { runOf } from './command.ts'
import { clientProgram } from './exec/client-programs.ts'
import { fileProgram } from './exec/file-programs.ts'
import type { Inside } from './exec/inside.ts'
import { baseName, lineGiven, partsOf, wordsOf } from './shell-line.ts'

/**
 * What a program does that is run in a container beside its own process, as probes do: whether files are there, whether
 * ports are open, what the server's own client says. Undefined if the program is not known.
 */
export const execute = (argv: readonly string[], inside: Inside): Executed | undefined => {
  const line = lineGiven(argv)
  if (line !== undefined) return executeLine(line, inside)
  const [program = '', ...words] = argv
  const command = [baseName(program), ...words]
  return (
    inside.behaviour.exec?.(command, inside.now) ??
    fileProgram(command, inside) ??
    clientProgram(command, inside) ??
    plain(command)
  )
}

const plain = (command: readonly string[]): Executed | undefined => {
  const run = runOf(command)
  if (!run) return undefined
  return { exitCode: run.exitCode, output: '', runsFor: run.runsFor ?? Number.POSITIVE_INFINITY }
}

const executeLine = (line: string, inside: Inside): Executed | undefined => {
  if (/\b(for|while|until|if|case)\s/.test(line)) return undefined
  let so: Executed = { exitCode: 0, output: '', runsFor: 0 }
  for (const { joint, text } of partsOf(line)) {
    if ((joint === '&&' && so.exitCode !== 0) || (joint === '||' && so.exitCode === 0)) continue
    const done = simple(text, inside)
    if (!done) return undefined
    const { exitCode, output, runsFor = 0 } = done
    so = { exitCode, output: so.output + output, runsFor: (so.runsFor ?? 0) + runsFor }
    if (/^\s*exit\b/.test(text)) break
  }
  return so
}

const simple = (text: string, inside: Inside): Executed | undefined => {
  const words = wordsOf(text).filter((word, index) => index > 0 || word !== 'exec')
  const isNegated = words[0] === '!'
  const done = execute(isNegated ? words.slice(1) : words, inside)
  if (!done) return undefined
  const isQuiet = />\s*\/dev\/null\s+2>&1|&>\s*\/dev\/null|2>\s*\/dev\/null/.test(text)
  const exitCode = isNegated ? Number(done.exitCode === 0) : done.exitCode
  return { ...done, exitCode, output: isQuiet ? '' : done.output }
}
