import { type Run, runOf } from './command.ts'
import { lineGiven, partsOf, redirections, wordsOf } from './shell-line.ts'

// What these do leaves nothing behind that anybody could find, and ends alike everywhere.
const plain = new Set([
  ...['sleep', 'true', 'false', 'exit', 'echo', 'date', 'hostname', 'env', 'printenv', 'pwd', 'id', 'whoami', 'uname'],
  ...[':', 'trap', 'set', 'export', 'top', 'exec'],
])

/** How a command ends that can only end in one way, and changes nothing; undefined where it has to be run to know. */
export const certainRun = (command: readonly string[]): Run | undefined => {
  const run = runOf(command)
  const line = lineGiven(command)
  if (!run || line === undefined) return run && isPlain(command) ? run : undefined
  if (isUncertain(line)) return endlessOnly(run, line)
  const parts = partsOf(line)
  return parts.every(({ text }) => isPlain(wordsOf(text)) && redirections(text).length === 0)
    ? run
    : endlessOnly(run, line)
}

/** What is in pipes and substitutions, or depends on a variable, is known to those only who run it. */
const isUncertain = (line: string): boolean => /[|`]|\$\(|\b(exit|sleep)\s[^;&]*\$/.test(line.replaceAll('||', ''))

/** A loop without end is one whatever is in it, as long as it leaves no files and is not left. */
const endlessOnly = (run: Run, line: string): Run | undefined => {
  const isLeft = /\b(exit|break|return)\b/.test(line)
  const isLoop = run.runsFor === undefined && /\b(while|until|for)\b/.test(line)
  return isLoop && !isLeft && redirections(line).length === 0 ? run : undefined
}

const isPlain = ([program = '', ...words]: readonly string[]): boolean => {
  const name = program.slice(program.lastIndexOf('/') + 1)
  if (name === 'tail') return words.some(word => /^-\w*f/i.test(word)) && words.includes('/dev/null')
  return plain.has(name) || (name === 'cat' && words.length === 0) || (name === 'sh' && words.length === 0)
}
