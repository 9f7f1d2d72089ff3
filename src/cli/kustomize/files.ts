import { join, resolve } from 'node:path'
import { goFileError } from '../../util/go-file-error.ts'
import { Failure } from '../errors.ts'
import type { World } from '../world/world.ts'

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** The text of a folder's kustomization. */
export const readKustomization = (folder: string, { files }: Pick<World, 'files'>): string => {
  const name = names.find(candidate => files.existsSync(join(folder, candidate)))
  if (name) return files.readFileSync(join(folder, name), 'utf8')
  throw new Failure(
    `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`,
  )
}

/** The path of a folder that a user named; throws where there is none. */
export const folderAt = (path: string, { files, cwd }: Pick<World, 'files' | 'cwd'>): string => {
  const absolute = resolve(cwd, path)
  const stat = files.statSync(absolute, { throwIfNoEntry: false })
  if (stat?.isDirectory()) return absolute
  const why = stat
    ? `'${path}' resolves to a file`
    : `evalsymlink failure on '${path}' : lstat ${absolute}: no such file or directory`
  throw new Failure(`must build at directory: not a valid directory: ${why}`)
}

/** Whether a resource is a folder with a kustomization of its own. */
export const isFolder = (path: string, { files }: Pick<World, 'files'>): boolean =>
  files.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

export const readBytes = (path: string, { files }: Pick<World, 'files'>): Uint8Array => {
  try {
    return files.readFileSync(path)
  } catch (error) {
    throw new Failure(goFileError(error, path))
  }
}

export const readText = (path: string, world: Pick<World, 'files'>): string =>
  new TextDecoder().decode(readBytes(path, world))
