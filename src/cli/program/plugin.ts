import { delimiter, join } from 'node:path'
import { Failure } from '../errors.ts'
import type { World } from '../world/world.ts'

/**
 * Runs the plugin that argv names, if there is one: of `kubectl foo bar-x 1` that is `kubectl-foo-bar_x-1`, else
 * `kubectl-foo-bar_x`, else `kubectl-foo`, but no name of fewer words than `atLeast`. Gives its exit code.
 */
export const runPlugin = async (
  argv: readonly string[],
  atLeast: number,
  { env, files, spawn }: Pick<World, 'env' | 'files' | 'spawn'>,
): Promise<number | undefined> => {
  const words = nameWords(argv)
  if (words.length === 0) {
    throw new Failure(`Error: flags cannot be placed before plugin name: ${argv[0]}`, { plain: true })
  }
  for (let count = words.length; count >= atLeast; count -= 1) {
    const path = programNamed(`kubectl-${words.slice(0, count).join('-')}`, { env, files })
    if (path) return spawn.interactive(path, argv.slice(count))
  }
  return undefined
}

/** The words before the first flag; a dash would part words, so it is written otherwise. */
const nameWords = (argv: readonly string[]): readonly string[] => {
  const end = argv.findIndex(word => word.startsWith('-'))
  return (end < 0 ? argv : argv.slice(0, end)).map(word => word.replaceAll('-', '_'))
}

const programNamed = (name: string, { env, files }: Pick<World, 'env' | 'files'>): string | undefined =>
  (env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(path => {
      const stats = files.statSync(path, { throwIfNoEntry: false })
      return stats?.isFile() && (stats.mode & 0o111) !== 0
    })
