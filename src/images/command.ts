import type { Process } from './running.ts'
import { baseName, isShell, lineGiven, partsOf, wordsOf } from './shell-line.ts'

/** How a command ends: after so many milliseconds (unset: never by itself) and with which code. */
export interface Run {
  readonly runsFor?: number | undefined
  readonly exitCode: number
}

/** What a container is told to run instead of its image's own program. */
export const commandOf = ({ command, args }: Pick<Process, 'command' | 'args'>): readonly string[] | undefined =>
  command.length + args.length > 0 ? [...command, ...args] : undefined

/**
 * How the command of everyday programs ends: sleep, true, false, a shell's line. Undefined if the program is not known.
 */
export const runOf = ([program = '', ...words]: readonly string[]): Run | undefined => {
  const name = baseName(program)
  if (isShell(name)) return shellOf([program, ...words])
  return Object.hasOwn(programs, name) ? programs[name]?.(words) : undefined
}

const done: Run = { runsFor: 0, exitCode: 0 }
const failed: Run = { runsFor: 0, exitCode: 1 }
const endless: Run = { exitCode: 0 }
const atOnce = ['echo', 'date', 'hostname', 'env', 'printenv', 'ls', 'pwd', 'id', 'whoami', 'uname', 'printf', 'test']
const quiet = ['touch', 'mkdir', 'rm', 'cp', 'mv', 'chmod', 'set', 'export', 'cd', 'trap', 'expr', 'seq', ':', 'perl']

const programs: Readonly<Record<string, (words: readonly string[]) => Run>> = {
  ...Object.fromEntries([...atOnce, ...quiet].map(name => [name, () => done])),
  true: () => done,
  false: () => failed,
  exit: ([code = '0']) => ({ runsFor: 0, exitCode: Number(code) & 255 }),
  sleep: words => sleepOf(words),
  cat: words => (words.length > 0 ? done : endless),
  tail: words => (words.some(word => /^-\w*f/i.test(word)) ? endless : done),
  top: () => endless,
}

const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 }

const sleepOf = (words: readonly string[]): Run => {
  if (words.some(word => word === 'infinity' || word === 'inf')) return endless
  const times = words.map(word => /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(word))
  if (times.length === 0 || times.includes(null)) return failed
  const seconds = times.reduce((sum, time) => sum + Number(time?.[1]) * (units[time?.[2] ?? ''] ?? 1), 0)
  return { runsFor: seconds * 1000, exitCode: 0 }
}

const shellOf = (command: readonly string[]): Run | undefined => {
  const line = lineGiven(command)
  if (line !== undefined) return lineOf(line)
  if (command.some(word => /^-\w*c$/.test(word))) return { runsFor: 0, exitCode: 2 }
  // A shell with nothing to read ends; a script's content is not known.
  return command.slice(1).some(word => !word.startsWith('-')) ? undefined : done
}

/**
 * A line of simple commands: `a; b && c || d`. A loop without end never ends; other compound commands are not known.
 */
const lineOf = (line: string): Run | undefined => {
  if (/\b(while\s+(true|:|\[\s*(1|true)\s*\])|until\s+false|for\s*\(\(\s*;\s*;\s*\)\))/.test(line)) return endless
  if (/\b(for|while|until|if|case)\s|`|\$\(\s*nslookup/.test(line)) return undefined
  let total = 0
  let exitCode = 0
  for (const { joint, text } of partsOf(line)) {
    if ((joint === '&&' && exitCode !== 0) || (joint === '||' && exitCode === 0)) continue
    const words = wordsOf(text)
    const run = runOf(words[0] === 'exec' ? words.slice(1) : words)
    if (!run) return undefined
    if (run.runsFor === undefined) return endless
    total += run.runsFor
    exitCode = run.exitCode
    if (words[0] === 'exit') break
  }
  return { runsFor: total, exitCode }
}
