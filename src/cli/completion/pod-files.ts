import type { Context } from '../verb.ts'
import { objectNames } from './live.ts'
import type { Typed } from './scan.ts'
import { type Completion, type Suggestion, words } from './suggestion.ts'

interface Place {
  readonly typed: Typed
  readonly last: string
}

/** What may be a source of `cp`: `POD:`, `NAMESPACE/`, `NAMESPACE/POD:`, a file; a destination is left to the shell. */
export const podFiles = async ({ typed, last }: Place, context: Context): Promise<Completion> => ({
  suggestions: typed.operands.length === 0 ? await sources({ typed, last }, context) : [],
  directive: 'ShellCompDirectiveNoSpace',
})

const sources = async ({ typed, last }: Place, context: Context): Promise<readonly Suggestion[]> => {
  if (/^[/.~]|:/.test(last)) return []
  const [namespace = '', pod] = last.split('/')
  if (pod !== undefined) {
    const values = new Map([...typed.values, ['namespace', namespace]])
    return objectNames('pods', { typed: { values }, prefix: `${namespace}/`, suffix: ':' }, context)
  }
  const namespaces = await objectNames('namespaces', { typed, suffix: '/' }, context)
  const pods = await objectNames('pods', { typed, suffix: ':' }, context)
  const found = [...namespaces, ...pods].filter(({ word }) => word.startsWith(last))
  if (last === '') return [...found, ...words(['./', '/'])]
  return found.length > 0 ? [...found, ...files(last, context)] : []
}

const files = (last: string, { world: { files: disk, cwd } }: Context): readonly Suggestion[] =>
  words(
    disk
      .readdirSync(cwd, { withFileTypes: true })
      .filter(({ name }) => name.startsWith(last))
      .map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name)),
  )
