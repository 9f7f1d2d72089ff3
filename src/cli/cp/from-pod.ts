import { dirname, join, posix, relative, resolve } from 'node:path'
import type { OpenContainer } from '../../pod/container.ts'
import type { FileTree } from '../../pod/files/file-tree.ts'
import { goFileError } from '../../util/go-file-error.ts'
import { type Context, Failure } from '../verb.ts'
import { tarFailure } from './tar-failure.ts'
import { tarWords } from './tar-words.ts'

/** Copies a file or a folder of a container to this machine, under exactly the name that is given. */
export const copyFromPod = async (
  { from, to, pod }: { readonly from: string; readonly to: string; readonly pod: string },
  { machine: { files, system }, folder }: OpenContainer,
  context: Context,
): Promise<void> => {
  const { absolutePath } = await import('../../pod/files/paths.ts')
  const { world, io, namespace } = context
  const words = tarWords(system)
  const source = absolutePath(from, folder)
  if (from.startsWith('/')) io.out.write(words.leading)
  if (!files.findLink(source)) {
    io.out.write(words.missing(from))
    throw tarFailure('', words, context)
  }
  let isWarned = false
  const target = resolve(world.cwd, to)
  for (const path of below(files, source)) {
    const shown = posix.join(to, posix.relative(source, path))
    const entry = files.findLink(path)
    if (entry?.kind === 'link') {
      const hint = isWarned
        ? ''
        : ` (consider using "kubectl exec -n "${namespace}" "${pod}" -- tar cf - "${from}" | tar xf -")`
      io.err.write(`warning: skipping symlink: "${shown}" -> "${entry.target}"${hint}\n`)
      isWarned = true
    } else if (entry) write(join(target, relative(source, path)), { entry, shown }, context)
  }
}

/** The path itself, and all that is in it. */
const below = (files: FileTree, path: string): readonly string[] =>
  files.findLink(path)?.kind === 'folder'
    ? [path, ...files.list(path).flatMap(name => below(files, posix.join(path, name)))]
    : [path]

type Written = NonNullable<ReturnType<FileTree['find']>>

const write = (
  path: string,
  { entry, shown }: { readonly entry: Written; readonly shown: string },
  { world: { files } }: Context,
): void => {
  try {
    files.mkdirSync(entry.kind === 'folder' ? path : dirname(path), { recursive: true })
    if (entry.kind === 'file') files.writeFileSync(path, entry.content)
  } catch (error) {
    // Go opens a file to write it, too.
    throw new Failure(goFileError(error, shown).replace(/^read /, 'open '))
  }
}
