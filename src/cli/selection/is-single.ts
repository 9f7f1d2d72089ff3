import { manifestStreams } from '../manifests/manifest-files.ts'
import type { World } from '../world/world.ts'
import type { Selection } from './selection.ts'

/** Whether a selection means exactly one object by its form: one name, or one file, be it in a folder. */
export const isSingle = (selection: Selection, world: World): boolean => {
  if (selection.from === 'names') return selection.objects.length === 1
  if (selection.from === 'lists') return false
  const [path = '-', ...more] = selection.filename ?? []
  if (path === '-' || more.length > 0) return false
  return manifestStreams([path], { recursive: selection.recursive ?? false }, world).length === 1
}
