import type { Executed } from '../../api/behaviour.ts'
import { fileIsThere } from './file-is-there.ts'
import type { Inside } from './inside.ts'

/** Programs that tell whether a file is there: cat, ls, stat, test. Undefined for others. */
export const fileProgram = ([program = '', ...words]: readonly string[], inside: Inside): Executed | undefined => {
  if (program === 'test') return tested(words, inside)
  if (program === '[') return tested(words.slice(0, words.at(-1) === ']' ? -1 : undefined), inside)
  if (!Object.hasOwn(missing, program)) return undefined
  const paths = words.filter(word => !word.startsWith('-'))
  const gone = paths.filter(path => !fileIsThere(path, inside))
  const style = isSmall(inside) ? 'busybox' : 'gnu'
  const output = gone.map(path => `${missing[program]?.[style](path)}: No such file or directory\n`).join('')
  return { exitCode: gone.length > 0 ? failure(program, style) : 0, output }
}

type Style = 'busybox' | 'gnu'
type Complaint = Readonly<Record<Style, (path: string) => string>>

const missing: Readonly<Record<string, Complaint>> = {
  cat: { busybox: path => `cat: can't open '${path}'`, gnu: path => `cat: ${path}` },
  ls: { busybox: path => `ls: ${path}`, gnu: path => `ls: cannot access '${path}'` },
  stat: { busybox: path => `stat: can't stat '${path}'`, gnu: path => `stat: cannot statx '${path}'` },
}

const failure = (program: string, style: Style): number => (program === 'ls' && style === 'gnu' ? 2 : 1)

/** Whether an image's everyday programs are those of busybox. */
const isSmall = ({ running }: Inside): boolean => /busybox|alpine|curl/.test(running.container.image ?? '')

const tested = (words: readonly string[], inside: Inside): Executed | undefined => {
  if (words[0] === '!') {
    const done = tested(words.slice(1), inside)
    return done && { ...done, exitCode: Number(done.exitCode === 0) }
  }
  const [flag = '', path = ''] = words
  if (words.length !== 2 || !/^-[defrswx]$/.test(flag)) return undefined
  return { exitCode: fileIsThere(path, inside) ? 0 : 1, output: '' }
}
