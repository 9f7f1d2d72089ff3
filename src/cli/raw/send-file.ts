import { resolve } from 'node:path'
import { hasCode } from '../../util/files.ts'
import { goFileError } from '../../util/go-file-error.ts'
import { type Context, Failure } from '../verb.ts'
import { printRaw } from './send.ts'

/** Sends what a file (or standard input, `-`) holds to a path of the API, and prints the answer. */
export const sendFile = async (
  { method, path, file }: { readonly method: string; readonly path: string; readonly file: string | undefined },
  context: Context,
): Promise<void> => {
  const body = file === undefined ? undefined : await read(file, context)
  await printRaw({ method, path, body }, context)
}

const read = async (file: string, { io, world }: Context): Promise<string> => {
  if (file === '-') return io.in.readAll()
  try {
    return world.files.readFileSync(resolve(world.cwd, file), 'utf8')
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EISDIR') && !hasCode(error, 'EACCES')) throw error
    throw new Failure(goFileError(error, file))
  }
}
