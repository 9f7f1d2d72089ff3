import { absolutePath } from '../files/paths.ts'
import { type Block, blocksOf, type Looking, listed } from './listed-folders.ts'
import { type Listed, longLines } from './long-listing.ts'
import { nameColumns } from './name-columns.ts'
import { type Call, defineProgram } from './program.ts'

/** `ls` with the letters that people use, in columns on a terminal: -a -A -l -d -h -R -r -t -F -p -1. */
export const ls = defineProgram({
  names: ['ls'],
  async run(call) {
    const { files } = call.machine
    const letters = new Set(call.words.filter(word => /^-[^-]/.test(word)).join(''))
    const paths = pathsOf(call)
    const missing = paths.filter(path => !files.find(whole(path, call)))
    const shown: Shown = { files, letters, isGnu: isGnu(call), now: (await call.machine.look()).now, width: call.width }
    const there = paths.filter(path => !missing.includes(path)).map(path => listed(files, path, whole(path, call)))
    const folders = there.filter(each => isOpened(each, shown))
    const single = there.filter(each => !folders.includes(each))
    const isTitled = paths.length > 1 || letters.has('R')
    const parts = [
      ...(single.length > 0 ? [lines(single, shown)] : []),
      ...folders.flatMap(each => blocksOf(each, shown)).map(block => blockText(block, isTitled, shown)),
    ]
    const code = shown.isGnu ? 2 : 1
    return {
      out: parts.join('\n'),
      err: missing.map(path => notThere(path, shown)).join(''),
      code: missing.length && code,
    }
  },
})

interface Shown extends Looking {
  readonly now: number
  readonly isGnu: boolean
  readonly width: number | undefined
}

const pathsOf = ({ words }: Call): readonly string[] => {
  const operands = words.filter(word => !word.startsWith('-') || word === '-')
  return operands.length > 0 ? operands : ['.']
}

/** A slash at its end means what a link leads to. */
const whole = (path: string, { folder, machine }: Call): string => {
  const absolute = absolutePath(path, folder)
  return path.endsWith('/') && machine.files.find(absolute) ? machine.files.real(absolute) : absolute
}

const isGnu = ({ machine: { system } }: Call): boolean => Object.values(system.shells).includes('dash')

const isOpened = ({ entry, path }: Listed, { files, letters }: Looking): boolean =>
  !letters.has('d') && !(entry.kind === 'link' && letters.has('l')) && files.find(path)?.kind === 'folder'

const notThere = (path: string, { isGnu: gnu }: Shown): string =>
  `ls: ${gnu ? `cannot access '${path}'` : path}: No such file or directory\n`

const blockText = ({ title, inside }: Block, isTitled: boolean, shown: Shown): string => {
  const total = shown.letters.has('l') ? `total ${blocksUsed(inside)}\n` : ''
  return (isTitled ? `${title}:\n` : '') + total + lines(inside, shown)
}

// Each takes a block of four kilobytes, links none.
const blocksUsed = (all: readonly Listed[]): number => 4 * all.filter(({ entry }) => entry.kind !== 'link').length

const lines = (all: readonly Listed[], { letters, now, isGnu: gnu, width }: Shown): string => {
  const names = all.map(each => each.name + mark(each, letters))
  const texts = letters.has('l') ? longLines(all, names, { now, isGnu: gnu, isHuman: letters.has('h') }) : names
  const isList = letters.has('l') || letters.has('1') || width === undefined
  return (isList ? texts : nameColumns(texts, width, gnu)).map(text => `${text}\n`).join('')
}

const mark = ({ entry }: Listed, letters: ReadonlySet<string>): string => {
  if (entry.kind === 'folder') return letters.has('F') || letters.has('p') ? '/' : ''
  if (!letters.has('F')) return ''
  if (entry.kind === 'link') return '@'
  return (entry.mode & 0o111) === 0 ? '' : '*'
}
