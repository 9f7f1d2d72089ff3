import { basename, join, posix, resolve } from 'node:path'
import type { OpenContainer } from '../../pod/container.ts'
import type { Context } from '../verb.ts'
import { tarFailure } from './tar-failure.ts'
import { tarWords } from './tar-words.ts'

/** Copies a file or a folder of this machine into a container: into a folder that is there, else under that name. */
export const copyToPod = async (
  { from, to }: { readonly from: string; readonly to: string },
  { machine: { files, system }, folder }: OpenContainer,
  context: Context,
): Promise<void> => {
  const [{ absolutePath }, { fileOf, folderAt }, { FileError }] = await Promise.all([
    import('../../pod/files/paths.ts'),
    import('../../pod/files/entry.ts'),
    import('../../pod/files/file-error.ts'),
  ])
  const { world, client } = context
  const local = world.files
  const words = tarWords(system)
  const given = absolutePath(to, folder)
  const target = files.find(given)?.kind === 'folder' ? posix.join(given, basename(resolve(world.cwd, from))) : given
  const parent = posix.dirname(target)
  if (files.find(parent)?.kind !== 'folder') throw tarFailure(words.noFolder(parent), words, context)
  const now = await client.now()
  const copy = (path: string, into: string): void => {
    const status = local.statSync(path)
    if (!status.isDirectory()) {
      files.put(into, fileOf(local.readFileSync(path), now, status.mode & 0o777))
      return
    }
    if (files.find(into)?.kind !== 'folder') files.put(into, folderAt(now))
    for (const name of local.readdirSync(path)) copy(join(path, name), posix.join(into, name))
  }
  try {
    copy(resolve(world.cwd, from), target)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw tarFailure(words.unwritten(posix.basename(target), error.code), words, context)
  }
}
