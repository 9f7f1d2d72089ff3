import type { KeptEntries, PodDisk } from '../../api/pod-disk.ts'
import type { Entry } from '../files/entry.ts'
import { isWithin } from '../files/paths.ts'
import { withFolders } from '../files/with-folders.ts'
import type { TreeChanges } from '../files/written.ts'
import type { Mount } from '../volumes/mounts.ts'
import { entryOf, keptOf } from './kept-entry.ts'

/** A container in one of its runs, and the volumes that it has. */
export interface DiskOwner {
  readonly container: string
  readonly run: string
  readonly mounts: readonly Mount[]
}

/** What stands in a container: what its image and its volumes brought, as it was changed since. */
export const withKept = (
  image: ReadonlyMap<string, Entry>,
  disk: PodDisk,
  { container, run, mounts }: DiskOwner,
): ReadonlyMap<string, Entry> => {
  const entries = withFolders(image, 0)
  const own = disk.containers[container]
  if (own?.run === run) apply(entries, own.entries, path => path)
  for (const mount of mounts) {
    for (const path of entries.keys()) if (isWithin(path, mount.path)) entries.delete(path)
    for (const [path, entry] of mount.entries) entries.set(path, entry)
    const { shared } = mount
    if (shared) apply(entries, disk.volumes[shared.volume] ?? {}, path => inContainer(path, shared.subPath, mount.path))
  }
  return entries
}

const apply = (entries: Map<string, Entry>, kept: KeptEntries, place: (path: string) => string | undefined): void => {
  for (const [path, entry] of Object.entries(kept)) {
    const at = place(path)
    if (at === undefined) continue
    if (entry) entries.set(at, entryOf(entry))
    else entries.delete(at)
  }
}

/** A pod's disk after changes in one of its containers. */
export const diskAfter = (disk: PodDisk, changes: TreeChanges, owner: DiskOwner): PodDisk => {
  const { container, run, mounts } = owner
  const before = disk.containers[container]
  const own: Record<string, KeptEntries[string]> = { ...(before?.run === run ? before.entries : {}) }
  const volumes: Record<string, KeptEntries> = { ...disk.volumes }
  for (const [path, entry] of changes) {
    const mount = mounts.find(({ path: at, shared }) => shared && isWithin(path, at))
    if (!mount?.shared) own[path] = keptOf(entry)
    else {
      const { volume, subPath } = mount.shared
      volumes[volume] = { ...volumes[volume], [inVolume(path, subPath, mount.path)]: keptOf(entry) }
    }
  }
  return { containers: { ...disk.containers, [container]: { run, entries: own } }, volumes }
}

/** Paths in a volume begin with a slash, too. */
const inVolume = (path: string, subPath: string, mountPath: string): string =>
  `${subPath ? `/${subPath}` : ''}${path.slice(mountPath.length)}` || '/'

const inContainer = (path: string, subPath: string, mountPath: string): string | undefined => {
  const folder = subPath ? `/${subPath}` : ''
  if (folder && !isWithin(path, folder)) return undefined
  const rest = path.slice(folder.length)
  return rest === '' || rest === '/' ? undefined : mountPath + rest
}
