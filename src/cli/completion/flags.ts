import { formats } from '../../printers/index.ts'
import type { LoadedVerb } from '../program/command.ts'
import { withGlobalFlags } from '../program/global-flags.ts'
import { takesValue } from '../program/pflag.ts'
import type { Context } from '../verb.ts'
import { openKubeconfig } from '../world/kubeconfig.ts'
import { containerSuggestions, objectNames } from './live.ts'
import type { Typed } from './scan.ts'
import { type Completion, filesOnly, only, type Suggestion, words } from './suggestion.ts'

/** The verb's flags and the global ones, with what they mean. */
export const flagNames = ({ command }: LoadedVerb): readonly Suggestion[] =>
  withGlobalFlags(command)
    .options.filter(({ hidden }) => !hidden)
    .map(option => ({
      word: `${option.long}${takesValue(option) ? '=' : ''}`,
      summary: option.description,
    }))
    .toSorted((left, right) => (left.word < right.word ? -1 : 1))

interface Given {
  readonly found: LoadedVerb
  readonly typed: Typed
}

/** What the value of a flag may be. */
export const flagValues = async (name: string, { found, typed }: Given, context: Context): Promise<Completion> => {
  if (name === 'namespace') return only(await objectNames('namespaces', { typed }, context))
  if (name === 'container') return only(await containerSuggestions(typed, context))
  if (name === 'context' || name === 'cluster' || name === 'user') return only(await configNames(name, typed, context))
  if (name === 'output' && found.command.options.some(({ long }) => long === '--template')) {
    return only(words([...formats.map(format => format.name), ...(found.path[0] === 'get' ? ['wide'] : [])].toSorted()))
  }
  if (name === 'dry-run') return only(words(['client', 'none', 'server']))
  if (name === 'color') return only(words(['always', 'auto', 'never']))
  return filesOnly
}

const lists = { context: 'contexts', cluster: 'clusters', user: 'users' } as const

const configNames = async (
  what: keyof typeof lists,
  { values }: Typed,
  { world }: Context,
): Promise<readonly Suggestion[]> => {
  const { config } = await openKubeconfig({ kubeconfig: values.get('kubeconfig') ?? '' }, world)
  const entries: readonly { readonly name: string }[] = config?.[lists[what]] ?? []
  return words(entries.map(({ name }) => name).toSorted())
}
