import { resourceName } from '../../api/resource.ts'
import { resources } from '../../api/resources/index.ts'
import type { LoadedVerb } from '../program/command.ts'
import { preferredResources, verbsOf } from '../selection/discovery.ts'
import type { Context } from '../verb.ts'
import { openKubeconfig } from '../world/kubeconfig.ts'
import { objectNames } from './live.ts'
import type { Typed } from './scan.ts'
import { type Completion, filesOnly, only, type Suggestion, words } from './suggestion.ts'

interface Place {
  readonly found: LoadedVerb
  readonly typed: Typed
  readonly last: string
}

/** The operands that a verb's usage line speaks of: types, names of objects, nodes, contexts, shells. */
export const operandSuggestions = async ({ found, typed, last }: Place, context: Context): Promise<Completion> => {
  const { usage, actsOn } = found.verb
  const takesTypes = actsOn !== undefined || usage.includes('TYPE')
  const { operands } = typed
  if (/CONTEXT_NAME|set-context/.test(`${usage} ${found.path.join(' ')}`)) return only(await contexts(typed, context))
  if (/\bSHELL\b/.test(usage)) return only(words(['bash', 'fish', 'powershell', 'zsh']))
  if (/\bNODE\b/.test(usage)) return only(await objectNames('nodes', { typed }, context))
  const [type = '', name] = last.split('/')
  if (name !== undefined && takesTypes) return only(await objectNames(type, { typed, prefix: `${type}/` }, context))
  if (/\bPOD\b|^TYPE\/NAME/.test(usage)) return podOrType({ found, typed, last }, context)
  if (!takesTypes) return filesOnly
  const [first] = operands
  if (first === undefined) return only(await typeNames(found))
  if (first.includes('/')) return only(await slashNames(operands, context, typed))
  const taken = new Set(operands.slice(1))
  const names = await objectNames(first, { typed }, context)
  return only(names.filter(({ word }) => !taken.has(word)))
}

/** The types that a verb is about; of a verb for all, those that can be had, as `api-resources -o name` names them. */
const typeNames = async ({ path, verb: { actsOn } }: LoadedVerb): Promise<readonly Suggestion[]> => {
  if (actsOn) {
    const fits = await Promise.all(resources.map(actsOn))
    return words(
      resources
        .filter((_, index) => fits[index])
        .map(({ singular }) => singular)
        .toSorted(),
    )
  }
  const verb = path[0] === 'delete' ? 'delete' : 'get'
  const known = preferredResources(resources).filter(resource => verbsOf(resource).includes(verb))
  return words(known.map(resourceName).toSorted())
}

const slashNames = async (
  operands: readonly string[],
  context: Context,
  typed: Typed,
): Promise<readonly Suggestion[]> => {
  const [type = ''] = operands.at(-1)?.split('/') ?? []
  const names = await objectNames(type, { typed, prefix: `${type}/` }, context)
  return names.filter(({ word }) => !operands.includes(word))
}

/** Names of pods, and the types that have pods; a second word is the container's, or a port. */
const podOrType = async ({ typed, last }: Place, context: Context): Promise<Completion> => {
  if (typed.operands.length > 0) return only([])
  const pods = await objectNames('pods', { typed }, context)
  const types = resources.filter(({ workload }) => workload?.selector).map(({ plural }) => ({ word: `${plural}/` }))
  const fitting = [...pods, ...types].filter(({ word }) => word.startsWith(last))
  const isType = fitting.length > 0 && fitting.every(({ word }) => word.endsWith('/'))
  return isType ? { suggestions: fitting, directive: 'ShellCompDirectiveNoSpace' } : only([...pods, ...types])
}

const contexts = async ({ values }: Typed, { world }: Context): Promise<readonly Suggestion[]> => {
  const { config } = await openKubeconfig({ kubeconfig: values.get('kubeconfig') ?? '' }, world)
  return words((config?.contexts ?? []).map(({ name }) => name).toSorted())
}
