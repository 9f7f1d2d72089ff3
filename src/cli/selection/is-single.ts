import { resolve } from 'node:path'
import type { World } from '../world/world.ts'
import type { Selection } from './selection.ts'

/** Whether a selection means exactly one object by its form: one name, or one file that is no folder. */
export const isSingle = (selection: Selection, { files, cwd }: Pick<World, 'files' | 'cwd'>): boolean => {
  if (selection.from === 'names') return selection.objects.length === 1
  if (selection.from === 'lists') return false
  const [path = '-', ...more] = selection.filename ?? []
  if (path === '-' || more.length > 0) return false
  return files.statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isFile() ?? false
}
