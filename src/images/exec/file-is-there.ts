import { commandOf } from '../command.ts'
import { madeFiles } from '../made-files.ts'
import type { Inside } from './inside.ts'

// Folders in which nothing is that nobody made: not the image, not a volume.
const emptyFolders = ['/tmp/', '/var/tmp/', '/run/', '/var/run/', '/var/lock/']

/** Whether a container has a file now: its command made it, or it has it from elsewhere. */
export const fileIsThere = (path: string, { running, now }: Inside): boolean => {
  const age = now - running.startedAt
  const changes = madeFiles(commandOf(running) ?? []).filter(change => change.path === path)
  if (changes.length > 0) return changes.findLast(({ at }) => at <= age)?.isThere ?? false
  const mounts = running.container.volumeMounts ?? []
  if (mounts.some(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`))) return true
  return path.startsWith('/var/run/secrets/') || !emptyFolders.some(folder => path.startsWith(folder))
}
