import { FileError } from './file-error.ts'
import type { FileTree } from './file-tree.ts'
import { isWithin, joined, parentOf } from './paths.ts'

/** Makes a folder and those that lead to it; what is there already may be. */
export const makeFolders = (tree: FileTree, path: string): void => {
  const found = tree.find(path)
  if (found?.kind === 'folder') return
  if (found) throw new FileError('EEXIST', 'mkdir', path)
  makeFolders(tree, parentOf(path))
  tree.makeFolder(path)
}

/** Takes away what is at a path, with all that is in it. */
export const removeAll = (tree: FileTree, path: string): void => {
  if (tree.findLink(path)?.kind === 'folder') {
    for (const name of tree.list(path)) removeAll(tree, joined(path, name))
  }
  tree.remove(path)
}

/** Copies what is at a path, with all that is in it, to another. */
export const copyAll = (tree: FileTree, from: string, to: string): void => {
  const entry = tree.find(from)
  if (!entry) throw new FileError('ENOENT', 'cp', from)
  if (entry.kind !== 'folder') {
    tree.put(to, entry)
    return
  }
  if (isWithin(to, from)) throw new FileError('EINVAL', 'cp', from)
  makeFolders(tree, to)
  for (const name of tree.list(from)) copyAll(tree, joined(from, name), joined(to, name))
}

/** Gives what is at a path another one. */
export const move = (tree: FileTree, from: string, to: string): void => {
  const entry = tree.findLink(from)
  if (!entry) throw new FileError('ENOENT', 'mv', from)
  if (isWithin(to, from)) throw new FileError('EINVAL', 'mv', from)
  if (entry.kind === 'folder') copyAll(tree, from, to)
  else tree.put(to, entry)
  removeAll(tree, from)
}
