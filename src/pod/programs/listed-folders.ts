import type { FileTree } from '../files/file-tree.ts'
import { absolutePath, joined } from '../files/paths.ts'
import type { Listed } from './long-listing.ts'

/** A folder as `ls` shows it. */
export interface Block {
  readonly title: string
  readonly inside: readonly Listed[]
}

export interface Looking {
  readonly files: FileTree
  /** The letters of the options. */
  readonly letters: ReadonlySet<string>
}

/** What is at a path, links not followed. */
export const listed = (files: FileTree, name: string, path: string): Listed => {
  const entry = files.findLink(path)
  if (!entry) throw new Error(`${path} was there a moment ago`)
  return { name, path, entry }
}

/** A folder and, with -R, those in it. */
export const blocksOf = ({ name: title, path }: Listed, looking: Looking): readonly Block[] => {
  const { files, letters } = looking
  const all = files.list(path).map(name => listed(files, name, joined(path, name)))
  const visible = all.filter(({ name }) => letters.has('a') || letters.has('A') || !name.startsWith('.'))
  const dots = letters.has('a') ? ['.', '..'].map(name => listed(files, name, absolutePath(name, path))) : []
  const inside = [...dots, ...inOrder(visible, letters)]
  const below = letters.has('R') ? visible.filter(({ entry }) => entry.kind === 'folder') : []
  return [
    { title, inside },
    ...below.flatMap(each => blocksOf({ ...each, name: `${title.replace(/\/$/, '')}/${each.name}` }, looking)),
  ]
}

const inOrder = (all: readonly Listed[], letters: ReadonlySet<string>): readonly Listed[] => {
  const sorted = letters.has('t') ? all.toSorted((left, right) => right.entry.at - left.entry.at) : all
  return letters.has('r') ? sorted.toReversed() : sorted
}
