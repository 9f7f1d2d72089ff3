import type { Entry } from '../files/entry.ts'

export interface Listed {
  readonly name: string
  readonly path: string
  readonly entry: Entry
}

export interface LongOptions {
  readonly now: number
  /** GNU's columns are as wide as they need be; busybox's are fixed. */
  readonly isGnu: boolean
  readonly isHuman: boolean
}

/** The lines of `ls -l`; `names` are as they are to be shown. */
export const longLines = (
  all: readonly Listed[],
  names: readonly string[],
  { now, isGnu, isHuman }: LongOptions,
): readonly string[] => {
  const sizes = all.map(({ entry }) => (isHuman ? human(sizeOf(entry)) : String(sizeOf(entry))))
  const width = Math.max(...sizes.map(size => size.length))
  return all.map(({ entry }, index) => {
    const links = entry.kind === 'folder' ? 2 : 1
    const size = sizes[index] ?? ''
    const owner = isGnu
      ? `${links} root root ${size.padStart(width)}`
      : `   ${links} root     root     ${size.padStart(9)}`
    const target = entry.kind === 'link' ? ` -> ${entry.target}` : ''
    return `${modeOf(entry)} ${owner} ${dateOf(entry.at, now)} ${names[index]}${target}`
  })
}

const sizeOf = (entry: Entry): number => {
  if (entry.kind === 'folder') return 4096
  return entry.kind === 'file' ? entry.content.length : entry.target.length
}

const human = (size: number): string => (size < 1024 ? String(size) : `${(size / 1024).toFixed(1)}K`)

const kinds = { file: '-', folder: 'd', link: 'l' } as const

const modeOf = ({ kind, mode }: Entry): string => {
  const bits = [...'rwxrwxrwx'].map((letter, index) => ((mode >> (8 - index)) & 1 ? letter : '-')).join('')
  return kinds[kind] + (mode & 0o1000 ? `${bits.slice(0, 8)}t` : bits)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const halfYear = 182 * 86_400_000

/** With the time of day for what is not old. */
const dateOf = (at: number, now: number): string => {
  const date = new Date(at)
  const [, day = '', time = ''] = /-(\d\d)T(\d\d:\d\d)/.exec(date.toISOString()) ?? []
  const last = Math.abs(now - at) < halfYear ? time : ` ${date.getUTCFullYear()}`
  return `${months[date.getUTCMonth()]} ${day.replace(/^0/, ' ')} ${last}`
}
