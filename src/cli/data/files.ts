import { basename, join, resolve } from 'node:path'
import { compareBytes } from '../../util/compare.ts'
import { goFileError } from '../../util/go-file-error.ts'
import type { World } from '../world/world.ts'
import type { DataEntry } from './sources.ts'

/** The entries of `FILE`, `KEY=FILE` or `FOLDER`. */
export const fileEntries = (source: string, world: World): readonly DataEntry[] => {
  const { key, path } = parseSource(source)
  if (!isFolder(path, world)) return [{ key, value: readBytes(path, world) }]
  if (source.includes('=')) throw new Error('cannot give a key name for a directory path')
  return world.files
    .readdirSync(resolve(world.cwd, path), { withFileTypes: true })
    .filter(entry => entry.isFile())
    .toSorted((left, right) => compareBytes(left.name, right.name))
    .map(({ name }) => ({ key: name, value: readBytes(join(path, name), world) }))
}

/** Whether the path is a folder; throws where nothing is. */
export const isFolder = (path: string, { files, cwd }: World): boolean => {
  try {
    return files.statSync(resolve(cwd, path)).isDirectory()
  } catch (error) {
    throw new Error(`error reading ${path}: ${goFileError(error, path).replace(/^.*: /, '')}`)
  }
}

export const readBytes = (path: string, { files, cwd }: World): Buffer => {
  try {
    return files.readFileSync(resolve(cwd, path))
  } catch (error) {
    throw new Error(goFileError(error, path))
  }
}

const parseSource = (source: string): { key: string; path: string } => {
  const [key = '', path, ...more] = source.split('=')
  if (path === undefined) return { key: basename(source), path: source }
  if (more.length > 0) throw new Error("key names or file paths cannot contain '='")
  if (key === '') throw new Error(`key name for file path ${path} missing`)
  if (path === '') throw new Error(`file path for key name ${key} missing`)
  return { key, path }
}
