import { dirname, join, relative, resolve } from 'node:path'
import { goFileError } from '../../util/go-file-error.ts'
import { Failure } from '../errors.ts'
import type { World } from '../world/world.ts'

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** The text of a folder's kustomization. */
export const readKustomization = (folder: string, { files }: Pick<World, 'files'>): string => {
  const [name, ...others] = names.filter(candidate => files.existsSync(join(folder, candidate)))
  if (others.length > 0) throw new Failure(`Found multiple kustomization files under: ${folder}\n`)
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

/** Where a kustomization is, and what it may read. */
export interface Place {
  readonly folder: string
  readonly world: Pick<World, 'files' | 'cwd'>
  /** Whether files must lie in the folder, or below it. */
  readonly isRestricted: boolean
}

/** A file that a kustomization names. Throws in kustomize's words. */
export const readBytes = (path: string, { folder, world: { files }, isRestricted }: Place): Uint8Array => {
  const file = join(folder, path)
  const stat = files.statSync(file, { throwIfNoEntry: false })
  if (!stat) throw new Failure(`evalsymlink failure on '${file}' : ${lstatError(file, files)}`)
  if (stat.isDirectory()) throw new Failure(`'${file}' must resolve to a file`)
  if (isRestricted && relative(folder, file).startsWith('..')) {
    throw new Failure(`security; file '${file}' is not in or below '${folder}'`)
  }
  try {
    return files.readFileSync(file)
  } catch (error) {
    throw new Failure(goFileError(error, file))
  }
}

/** That a path is not there, in Go's words: they name the first part of it that is missing. */
export const lstatError = (file: string, files: Place['world']['files']): string => {
  const parent = dirname(file)
  const isThere = parent === file || files.existsSync(parent)
  return isThere ? `lstat ${file}: no such file or directory` : lstatError(parent, files)
}

export const readText = (path: string, place: Place): string => new TextDecoder().decode(readBytes(path, place))
