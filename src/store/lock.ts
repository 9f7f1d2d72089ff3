import { type Files, hasCode } from '../util/files.ts'
import { StateError } from './state-error.ts'

export interface LockWorld {
  readonly files: Files
  readonly pid: number
  /** Whether a process with this pid lives. */
  isAlive(pid: number): boolean
  sleep(milliseconds: number): Promise<void>
}

const patience = 30_000
const pause = 5

/**
 * Takes the lock file at `path`, waiting for a living holder; one whose holder is dead is removed. Returns the release.
 */
export const takeLock = async (path: string, world: LockWorld): Promise<() => void> => {
  for (let waited = 0; waited < patience; waited += pause) {
    if (create(path, world)) return () => world.files.unlinkSync(path)
    removeIfDead(path, world)
    await world.sleep(pause)
  }
  throw new StateError(`another kubesim (process ${holderOf(path, world)}) has held ${path} for ${patience / 1000} s`)
}

// A link appears with its content or not at all; a file opened with O_EXCL would be seen empty for a moment.
const create = (path: string, { files, pid }: LockWorld): boolean => {
  const own = `${path}.${pid}`
  files.writeFileSync(own, `${pid}\n`)
  try {
    files.linkSync(own, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    files.unlinkSync(own)
  }
}

// Of several who find the holder dead only one may remove its lock, or a later one would remove a living one's:
// they take turns by a second lock, and look again once they have it.
const removeIfDead = (path: string, world: LockWorld): void => {
  if (!isDead(path, world)) return
  const turn = `${path}.turn`
  if (!create(turn, world)) {
    if (isDead(turn, world)) world.files.rmSync(turn, { force: true })
    return
  }
  if (isDead(path, world)) world.files.unlinkSync(path)
  world.files.unlinkSync(turn)
}

const isDead = (path: string, world: LockWorld): boolean => {
  const holder = holderOf(path, world)
  return holder !== undefined && !world.isAlive(holder)
}

const holderOf = (path: string, { files }: LockWorld): number | undefined => {
  try {
    const pid = Number.parseInt(files.readFileSync(path, 'utf8'), 10)
    return Number.isNaN(pid) ? undefined : pid
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
