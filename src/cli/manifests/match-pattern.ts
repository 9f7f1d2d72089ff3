import { join, resolve } from 'node:path'
import { compareBytes } from '../../util/compare.ts'
import type { World } from '../world/world.ts'

/** The paths that a pattern with `*`, `?` and `[a-z]` stands for, sorted; none of these goes beyond a slash. */
export const matchPattern = (pattern: string, world: Pick<World, 'files' | 'cwd'>): readonly string[] => {
  const start = pattern.startsWith('/') ? '/' : ''
  const parts = pattern.split('/').filter(Boolean)
  return parts.reduce<readonly string[]>(
    (folders, part) => folders.flatMap(folder => below(folder, part, world)),
    [start],
  )
}

const below = (folder: string, part: string, { files, cwd }: Pick<World, 'files' | 'cwd'>): readonly string[] => {
  const paths = isPattern(part) ? namesIn(folder).filter(name => toExpression(part).test(name)) : [part]
  return paths.map(name => join(folder, name)).filter(path => files.existsSync(resolve(cwd, path)))

  function namesIn(path: string): readonly string[] {
    const stat = files.statSync(resolve(cwd, path), { throwIfNoEntry: false })
    return stat?.isDirectory() ? files.readdirSync(resolve(cwd, path)).toSorted(compareBytes) : []
  }
}

const isPattern = (part: string): boolean => /[*?[]/.test(part)

const toExpression = (part: string): RegExp => {
  const source = part.replace(/\[\^?[^\]]+\]|[*?]|[.+^${}()|[\]\\]/g, token => {
    if (token === '*') return '.*'
    if (token === '?') return '.'
    return token.length > 1 ? token : `\\${token}`
  })
  return new RegExp(`^${source}$`, 's')
}
