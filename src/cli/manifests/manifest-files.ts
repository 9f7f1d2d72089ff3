import { join, resolve } from 'node:path'
import { compareBytes } from '../../util/compare.ts'
import { goFileError } from '../../util/go-file-error.ts'
import { Failure } from '../errors.ts'
import type { World } from '../world/world.ts'
import { matchPattern } from './match-pattern.ts'

/** A stream of manifests: how messages name it, and its text. */
export interface ManifestStream {
  readonly source: string
  read(): Promise<string>
}

const endings = ['.json', '.yaml', '.yml']

/** The streams behind the values of -f: files, the files of folders in order of their names, standard input for `-`. */
export const manifestStreams = (
  filenames: readonly string[],
  { recursive }: { readonly recursive: boolean },
  world: World,
): readonly ManifestStream[] =>
  filenames.flatMap(path => {
    if (path === '-') return [{ source: 'STDIN', read: () => world.io.in.readAll() }]
    if (/^https?:\/\//.test(path)) {
      throw new Failure(
        `cannot read ${path}: kubesim does not fetch manifests over the network, save it to a file first`,
      )
    }
    return matchesOf(path, world)
      .flatMap(match => filesAt(match, { recursive }, world))
      .map(source => ({ source, read: async () => readText(source, world) }))
  })

// A path that is not there may be a pattern, as a shell leaves it that found nothing or was kept from looking.
const matchesOf = (path: string, world: World): readonly string[] => {
  if (world.files.existsSync(resolve(world.cwd, path)) || !/[*?[]/.test(path)) return [path]
  const found = matchPattern(path, world)
  return found.length > 0 ? found : [path]
}

const filesAt = (path: string, { recursive }: { readonly recursive: boolean }, world: World): readonly string[] => {
  const stat = world.files.statSync(resolve(world.cwd, path), { throwIfNoEntry: false })
  if (!stat) throw new Failure(`the path "${path}" does not exist`)
  if (!stat.isDirectory()) return [path]
  const found = filesIn(path, { recursive }, world)
  if (found.length > 0) return found
  throw new Failure(`error reading [${path}]: recognized file extensions are [${endings.join(' ')}]`)
}

const filesIn = (folder: string, { recursive }: { readonly recursive: boolean }, world: World): readonly string[] =>
  world.files
    .readdirSync(resolve(world.cwd, folder), { withFileTypes: true })
    .toSorted((left, right) => compareBytes(left.name, right.name))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return recursive ? filesIn(path, { recursive }, world) : []
      return endings.some(ending => entry.name.endsWith(ending)) ? [path] : []
    })

const readText = (path: string, { files, cwd }: World): string => {
  try {
    return files.readFileSync(resolve(cwd, path), 'utf8')
  } catch (error) {
    throw new Failure(goFileError(error, path))
  }
}
