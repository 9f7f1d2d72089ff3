import type { Resource } from '../../api/resource.ts'
import { UsageError } from '../errors.ts'
import { resourceNamed, resourcesOfCategory } from './resource-types.ts'

export interface NamedTarget {
  readonly resource: Resource
  readonly name: string
}

/** What operands ask for: objects by name, or types alone. One of the two is empty. */
export interface Targets {
  readonly objects: readonly NamedTarget[]
  readonly resources: readonly Resource[]
}

/** Reads `TYPE`, `TYPE1,TYPE2`, `TYPE NAME...`, `TYPE/NAME...`; no operands give nothing. Throws what kubectl says. */
export const parseTargets = (args: readonly string[]): Targets => {
  const words = spread(args)
  if (words.some(word => word.includes('/'))) return { objects: words.map(parsePair), resources: [] }
  const [types, ...names] = words
  if (types === undefined) return { objects: [], resources: [] }
  const resources = splitTypes(types)
  if (names.length === 0) return { objects: [], resources }
  // A category that stands for several.
  if (resources.length > 1) throw new UsageError('you must specify only one resource')
  return { objects: resources.flatMap(resource => names.map(name => ({ resource, name }))), resources: [] }
}

/** The types of a list with commas, categories among them. */
export const splitTypes = (list: string): readonly Resource[] =>
  list.split(',').flatMap(word => {
    const category = resourcesOfCategory(word)
    return category.length > 0 ? category : [resourceNamed(word)]
  })

// Several types with names: each name of each type.
const spread = (args: readonly string[]): readonly string[] => {
  const [types = '', ...names] = args
  if (names.length === 0 || !types.includes(',')) return args
  return types.split(',').flatMap(type => names.map(name => `${type}/${name}`))
}

const parsePair = (word: string, _: number, words: readonly string[]): NamedTarget => {
  if (words.some(other => !other.includes('/'))) throw new UsageError(mixed)
  const parts = word.split('/')
  if (parts.length > 2) throw new UsageError('arguments in resource/name form may not have more than one slash')
  const [type = '', name = ''] = parts
  if (!type || !name || type.includes(',')) {
    throw new UsageError('arguments in resource/name form must have a single resource and name')
  }
  return { resource: resourceNamed(type), name }
}

const mixed =
  'there is no need to specify a resource type as a separate argument when passing arguments in resource/name form ' +
  "(e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'"
