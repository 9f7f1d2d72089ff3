import type { Container } from '../api/generated/types.ts'

/** How a command ends: after so many milliseconds (unset: never by itself) and with which code. */
export interface Run {
  readonly runsFor?: number | undefined
  readonly exitCode: number
}

/** What a container is told to run instead of its image's own program. */
export const commandOf = ({ command, args }: Container): readonly string[] | undefined =>
  command?.length ? [...command, ...(args ?? [])] : args?.length ? args : undefined

/**
 * How the command of everyday programs ends: sleep, true, false, a shell's line. Undefined if the program is not known.
 */
export const runOf = ([program = '', ...words]: readonly string[]): Run | undefined => {
  const name = program.slice(program.lastIndexOf('/') + 1)
  if (shells.has(name)) return shellOf(words)
  return Object.hasOwn(programs, name) ? programs[name]?.(words) : undefined
}

const shells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh'])
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

const shellOf = (words: readonly string[]): Run | undefined => {
  const at = words.findIndex(word => /^-\w*c$/.test(word))
  const line = words[at + 1]
  // A shell with nothing to read ends; a script's content is not known.
  if (at < 0) return words.some(word => !word.startsWith('-')) ? undefined : done
  return line === undefined ? { runsFor: 0, exitCode: 2 } : lineOf(line)
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

// A joint, or a command up to the next one; what is quoted joins nothing.
const pieces = /(&&|\|\||;|\n)|((?:"[^"]*"|'[^']*'|&(?!&)|\|(?!\|)|[^;&|\n"'])+)/g

const partsOf = (line: string): { joint: string; text: string }[] => {
  const parts: { joint: string; text: string }[] = []
  let last = ';'
  for (const [, joint, text = ''] of line.matchAll(pieces)) {
    if (joint) last = joint
    else if (text.trim() !== '') parts.push({ joint: last, text })
  }
  return parts
}

/** The words of a simple command without quotes, redirections and assignments; of a pipe its last command. */
const wordsOf = (text: string): string[] => {
  const last = text.slice(text.lastIndexOf('|') + 1)
  const words = last.match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  const plain = words.filter((word, index) => !/^\d?[<>]/.test(word) && !/^\d?[<>]{1,2}$/.test(words[index - 1] ?? ''))
  const start = plain.findIndex(word => !/^\w+=/.test(word))
  return plain.slice(Math.max(0, start)).map(word => word.replace(/^["'(]|["')]$/g, ''))
}
