import { type Entry, fileOf, folderAt, linkTo } from './entry.ts'
import { FileError, type FileFault } from './file-error.ts'
import { isWithin, nameOf, parentOf } from './paths.ts'
import { resolveFolder, resolveLinks } from './resolve-links.ts'
import { createWritten, type FileTreeOptions, type TreeChanges, type Written } from './written.ts'

/** The files of a container, in memory. Paths are absolute. Calls throw FileError, as those of Node's `fs` would. */
export interface FileTree {
  readonly changes: TreeChanges
  /** How often something was written. */
  readonly writes: number
  /** Begins anew with what is there now; what was changed up to here is forgotten. */
  begin(entries: ReadonlyMap<string, Entry>): void
  /** What stands at a path, links followed; undefined if nothing does. */
  find(path: string): Entry | undefined
  /** The same of the path itself. */
  findLink(path: string): Entry | undefined
  /** Why a file cannot be written at a path; undefined if it can. */
  faultAt(path: string): FileFault | undefined
  read(path: string): Buffer
  /** Puts content into a file, new or old. */
  write(path: string, content: Buffer | string): void
  /** Puts an entry there as it is. */
  put(path: string, entry: Entry): void
  makeFolder(path: string): void
  link(target: string, path: string): void
  /** Takes a file, a link or an empty folder away. */
  remove(path: string): void
  /** The names in a folder, sorted. */
  list(path: string): readonly string[]
  /** The path without links, of something that is there. */
  real(path: string): string
  paths(): readonly string[]
}

export const createFileTree = (options: FileTreeOptions): FileTree => {
  const { now } = options
  const written = createWritten(options)
  const { all, set } = written
  const follow = (path: string, call: string): string => resolveLinks(all, path, call)
  const itself = (path: string, call: string): string => resolveFolder(all, path, call)
  const find = (path: string): Entry | undefined => all.get(follow(path, 'stat'))

  return {
    changes: written.changes,
    get writes() {
      return written.writes
    },
    begin: written.begin,
    find,
    findLink: path => all.get(itself(path, 'lstat')),
    faultAt: path => written.faultAt(follow(path, 'open'), 0),
    read: path => contentOf(find(path), path),
    write(path, content) {
      const whole = follow(path, 'open')
      const before = all.get(whole)
      if (before?.kind === 'folder') fail('EISDIR', 'open', path)
      set(whole, fileOf(content, now(), before?.mode), 'open')
    },
    put: (path, entry) => set(itself(path, 'open'), entry, 'open'),
    makeFolder(path) {
      const whole = follow(path, 'mkdir')
      if (all.has(whole)) fail('EEXIST', 'mkdir', path)
      set(whole, folderAt(now()), 'mkdir')
    },
    link(target, path) {
      const whole = itself(path, 'symlink')
      if (all.has(whole)) fail('EEXIST', 'symlink', path)
      set(whole, linkTo(target, now()), 'symlink')
    },
    remove: path => removeFrom(written, itself(path, 'rm'), path),
    list: path => namesIn(all, follow(path, 'scandir'), path),
    real(path) {
      const whole = follow(path, 'realpath')
      return all.has(whole) ? whole : fail('ENOENT', 'realpath', path)
    },
    paths: () => [...all.keys()],
  }
}

const fail = (fault: FileFault, call: string, path: string): never => {
  throw new FileError(fault, call, path)
}

const contentOf = (entry: Entry | undefined, path: string): Buffer => {
  if (entry?.kind === 'folder') return fail('EISDIR', 'read', path)
  return entry?.kind === 'file' ? entry.content : fail('ENOENT', 'open', path)
}

const removeFrom = ({ all, set }: Written, whole: string, path: string): void => {
  if (!all.has(whole)) fail('ENOENT', 'rm', path)
  if ([...all.keys()].some(other => other !== whole && isWithin(other, whole))) fail('ENOTEMPTY', 'rm', path)
  set(whole, undefined, 'rm')
}

const namesIn = (all: ReadonlyMap<string, Entry>, whole: string, path: string): readonly string[] => {
  const entry = all.get(whole)
  if (!entry) return fail('ENOENT', 'scandir', path)
  if (entry.kind !== 'folder') return fail('ENOTDIR', 'scandir', path)
  const inside = [...all.keys()].filter(other => other !== '/' && parentOf(other) === whole)
  return inside.map(nameOf).sort()
}
