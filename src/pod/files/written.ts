import { type Entry, sizeOf } from './entry.ts'
import { FileError, type FileFault } from './file-error.ts'
import { parentOf } from './paths.ts'
import { withFolders } from './with-folders.ts'

export interface FileTreeOptions {
  /** What there is at first, by absolute path; folders between need not be named. */
  readonly entries: ReadonlyMap<string, Entry>
  /** Milliseconds since 1970. */
  now(): number
  /** Whether nobody may write at a path. */
  isReadOnly(path: string): boolean
  /** How many bytes may be changed in it. */
  readonly space: number
}

/** What was changed in a tree: by path what stands there now, undefined where nothing does any more. */
export type TreeChanges = ReadonlyMap<string, Entry | undefined>

/** Entries by path without links, and what of them was written. */
export interface Written {
  readonly all: ReadonlyMap<string, Entry>
  readonly changes: TreeChanges
  /** How often something was written. */
  readonly writes: number
  /** Why nothing of a size can be put at a path; undefined if it can. */
  faultAt(path: string, size: number): FileFault | undefined
  /** Throws FileError where there is a fault. */
  set(path: string, entry: Entry | undefined, call: string): void
  /** Begins anew with what is there now; what was changed up to here is forgotten. */
  begin(entries: ReadonlyMap<string, Entry>): void
}

export const createWritten = ({ entries, now, isReadOnly, space }: FileTreeOptions): Written => {
  const all = withFolders(entries, now())
  const rootAt = now()
  const changes = new Map<string, Entry | undefined>()
  let used = 0
  let writes = 0
  const grownBy = (path: string, size: number): number => {
    const before = changes.get(path)
    return size - (before ? sizeOf(before) : 0)
  }
  const faultAt = (path: string, size: number): FileFault | undefined => {
    const parent = all.get(parentOf(path))
    if (isReadOnly(path)) return 'EROFS'
    if (!parent) return 'ENOENT'
    if (parent.kind !== 'folder') return 'ENOTDIR'
    const grown = grownBy(path, size)
    return grown > 0 && used + grown > space ? 'ENOSPC' : undefined
  }
  return {
    all,
    changes,
    get writes() {
      return writes
    },
    faultAt,
    set(path, entry, call) {
      const size = entry ? sizeOf(entry) : 0
      const fault = faultAt(path, size)
      if (fault) throw new FileError(fault, call, path)
      used += grownBy(path, size)
      writes += 1
      changes.set(path, entry)
      if (entry) all.set(path, entry)
      else all.delete(path)
    },
    begin(others) {
      all.clear()
      changes.clear()
      for (const [path, entry] of withFolders(others, rootAt)) all.set(path, entry)
    },
  }
}
