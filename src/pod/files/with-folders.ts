import { type Entry, folderAt } from './entry.ts'
import { parentOf } from './paths.ts'

/** Entries, and the folders that lead to them, which stay where an entry is taken away. `now` is the root's time. */
export const withFolders = (entries: ReadonlyMap<string, Entry>, now: number): Map<string, Entry> => {
  const all = new Map<string, Entry>([['/', folderAt(now)]])
  for (const [path, entry] of entries) {
    for (let folder = parentOf(path); !all.has(folder); folder = parentOf(folder)) all.set(folder, folderAt(entry.at))
    all.set(path, entry)
  }
  return all
}
