import type { Container } from '../api/generated/types.ts'
import { repositoryOf } from '../images/image.ts'
import { shells } from '../images/shells.ts'
import { expandVariables } from '../util/expand-variables.ts'
import type { System } from './systems/system.ts'

/** What a container runs as its own program; undefined where that is a server of its image. */
export const foregroundWords = (
  { image = '', command, args }: Container,
  { entry, shells: known }: System,
  environment: Readonly<Record<string, string>>,
): readonly string[] | undefined => {
  const filled = (words: readonly string[] = []) => words.map(word => expandVariables(word, name => environment[name]))
  const repository = repositoryOf(image)
  if (command?.length) return filled([...command, ...(args ?? [])])
  if (args?.length) return withEntry(filled(args), entry?.[repository])
  if (entry?.[repository]) return [entry[repository]]
  if (!shells.names.includes(repository)) return undefined
  return [Object.hasOwn(known, 'dash') || repository === 'nicolaka/netshoot' ? 'bash' : 'sh']
}

/** An image whose program is `curl` takes `curl …` and what is behind it. */
const withEntry = (words: readonly string[], entry: string | undefined): readonly string[] =>
  entry === undefined || words[0] === entry ? words : [entry, ...words]
