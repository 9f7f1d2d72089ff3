import { resourceName } from '../../api/resource.ts'
import { resources } from '../../api/resources/index.ts'
import { verbsOf } from '../../api/verbs.ts'
import { compareBytes } from '../../util/compare.ts'
import type { LoadedVerb } from '../program/command.ts'
import { preferredResources } from '../selection/discovery.ts'
import type { Context } from '../verb.ts'
import { configNames } from './config-names.ts'
import { containerSuggestions, objectNames, portSuggestions } from './live.ts'
import { podFiles } from './pod-files.ts'
import type { Typed } from './scan.ts'
import { scripts } from './scripts/index.ts'
import { type Completion, filesOnly, only, onlyBeginnings, type Suggestion, words } from './suggestion.ts'

interface Place {
  readonly found: LoadedVerb
  readonly typed: Typed
  readonly last: string
}

/** The operands that a verb's usage line speaks of: types, names of objects, nodes, contexts, shells. */
export const operandSuggestions = async (place: Place, context: Context): Promise<Completion> => {
  const { found, typed, last } = place
  const { usage, actsOn } = found.verb
  const path = found.path.join(' ')
  const [, entry] = /^config delete-(cluster|context|user)$/.exec(path) ?? []
  if (entry || /CONTEXT_NAME|set-context/.test(`${usage} ${path}`)) {
    return only(isFirst(typed) ? await configNames((entry as 'cluster') ?? 'context', typed, context) : [])
  }
  if (/\bSHELL\b/.test(usage)) return only(words(scripts.map(({ name }) => name)))
  if (path === 'help') return only(isFirst(typed) ? verbNames(context) : [])
  if (path === 'cp') return podFiles({ typed, last }, context)
  const [type] = namesOnly.find(([, pattern]) => pattern.test(`${path} ${usage}`)) ?? []
  if (type) return only(isFirst(typed) ? await objectNames(type, { typed }, context) : [])
  if (/\bPOD\b|^TYPE\/NAME/.test(usage)) return podOrType(place, context)
  const takesTypes = actsOn !== undefined || /TYPE|RESOURCE\/NAME/.test(usage)
  return takesTypes ? typeOrName(place, context) : filesOnly
}

// Verbs whose operands are names of one type, told by path and usage line.
const namesOnly: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['nodes', /^top node | NODE\b/],
  ['pods', /^top pod /],
  ['serviceaccounts', / SERVICE_ACCOUNT_NAME/],
]

const isFirst = ({ operands }: Typed): boolean => operands.length === 0

const verbNames = ({ verbs }: Context): readonly Suggestion[] =>
  verbs
    .filter(({ hidden }) => !hidden)
    .map(({ name, summary }) => ({ word: name, summary }))
    .toSorted((left, right) => compareBytes(left.word, right.word))

const typeOrName = async ({ found, typed, last }: Place, context: Context): Promise<Completion> => {
  const { operands } = typed
  const [first] = operands
  const [type = '', name] = last.split('/')
  if (first !== undefined && !first.includes('/')) {
    const taken = new Set(operands.slice(1))
    const names = await objectNames(first, { typed }, context)
    return only(names.filter(({ word }) => !taken.has(word)))
  }
  if (name !== undefined) {
    const names = await objectNames(type, { typed, prefix: `${type}/` }, context)
    return only(names.filter(({ word }) => !operands.includes(word)))
  }
  const types = await typeNames(found)
  if (first !== undefined) return onlyBeginnings(types.map(({ word }) => ({ word: `${word}/` })))
  // Of several types behind commas it is the last that is being typed.
  const before = last.slice(0, last.lastIndexOf(',') + 1)
  return only(types.map(({ word }) => ({ word: before + word })))
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

// What kubectl offers beside pods, in its order.
const podTypes = [
  ...['daemonsets', 'deployments', 'pods', 'jobs', 'replicasets'],
  ...['replicationcontrollers', 'services', 'statefulsets'],
]

/** Names of pods, and the types that have pods; a second word is a container of `logs`, or a port. */
const podOrType = async ({ found, typed, last }: Place, context: Context): Promise<Completion> => {
  if (typed.operands.length === 1 && found.path[0] === 'logs') return only(await containerSuggestions(typed, context))
  if (typed.operands.length === 1 && found.path[0] === 'port-forward') {
    return only(await portSuggestions(typed, last, context))
  }
  if (typed.operands.length > 0) return only([])
  const [type = '', name] = last.split('/')
  if (name !== undefined) return only(await objectNames(type, { typed, prefix: `${type}/` }, context))
  const pods = (await objectNames('pods', { typed }, context)).filter(({ word }) => word.startsWith(last))
  const types = podTypes.map(each => ({ word: `${each}/` }))
  return pods.length === 0 ? onlyBeginnings(types) : only([...pods, ...types])
}
