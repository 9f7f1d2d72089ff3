import type { PodDisk } from '../api/pod-disk.ts'

/** When the files of containers went that are there no more, in milliseconds, by container and path. */
export type Removals = Readonly<Record<string, number>>

export const removalKey = (container: string, path: string): string => `${container} ${path}`

/** The same after a disk was written: what is not known to be gone yet went now. */
export const removalsOf = ({ containers }: PodDisk, known: Removals, now: number): Removals => {
  const gone = Object.entries(containers).flatMap(([name, { entries }]) =>
    Object.entries(entries).flatMap(([path, entry]) => (entry === null ? [removalKey(name, path)] : [])),
  )
  return Object.fromEntries(gone.map(key => [key, known[key] ?? now]))
}
