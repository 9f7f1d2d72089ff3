import { commandOf } from '../command.ts'
import { madeFiles } from '../made-files.ts'
import type { Inside } from './inside.ts'

// Folders in which nothing is that nobody made: not the image, not a volume.
const emptyFolders = ['/tmp/', '/var/tmp/', '/run/', '/var/run/', '/var/lock/']

/** Whether a container has a file now: somebody wrote it, its command made it, or it has it from elsewhere. */
export const fileIsThere = (path: string, { running, now }: Inside): boolean => {
  const written = running.files.find(path)
  if (written && written.at <= now) return written.isThere
  const age = now - running.startedAt
  const changes = madeFiles(commandOf(running) ?? []).filter(change => change.path === path)
  if (changes.length > 0) return changes.findLast(({ at }) => at <= age)?.isThere ?? false
  return isOfVolume(path, running) || !emptyFolders.some(folder => path.startsWith(folder))
}

/** Whether it is in a volume of which nobody knows what is in it. */
const isOfVolume = (path: string, { pod, container }: Inside['running']): boolean => {
  if (path.startsWith('/var/run/secrets/')) return true
  const mount = container.volumeMounts?.find(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`))
  const volume = pod.spec.volumes?.find(({ name }) => name === mount?.name)
  return volume?.persistentVolumeClaim !== undefined || volume?.hostPath !== undefined
}
