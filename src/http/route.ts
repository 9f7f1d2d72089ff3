import type { Target } from '../api/client.ts'
import type { Resource } from '../api/resource.ts'
import { resources } from '../api/resources/index.ts'
import { badRequest, noSuchResource } from '../api/status-error.ts'

/** Where a path of objects leads: to a collection, an object, or a part of it and what is behind that. */
export interface Place extends Omit<Target, 'resource' | 'name'> {
  readonly resource: Resource
  /** Empty for a collection. */
  readonly name: string
  /** What stands behind the subresource: the path that a proxy passes on. */
  readonly rest?: string | undefined
  /** The path itself asks for a watch (`/api/v1/watch/…`). */
  readonly watches: boolean
}

/** A group and a version of the API as a path names them. */
export interface GroupVersion {
  readonly group: string
  readonly version: string
  /** The words behind them. */
  readonly words: readonly string[]
}

/** The group, version and rest of a path under /api or /apis; undefined for other paths. */
export const groupVersionOf = (path: string): GroupVersion | undefined => {
  const [, root, ...words] = path.split('/')
  if (root === 'api') return { group: '', version: words[0] ?? '', words: words.slice(1) }
  if (root !== 'apis') return undefined
  return { group: words[0] ?? '', version: words[1] ?? '', words: words.slice(2) }
}

export const isKnownGroup = (group: string): boolean => resources.some(resource => resource.group === group)

/** Throws NotFound where there is no such kind, or it is not where the path says. */
export const placeOf = ({ group, version, words }: GroupVersion): Place => {
  const watches = words[0] === 'watch'
  const { namespace, rest } = scopeOf(watches ? words.slice(1) : words)
  const [plural, name, subresource, ...behind] = rest
  const resource = resources.find(kind => kind.group === group && kind.version === version && kind.plural === plural)
  if (!resource || rest.slice(1, 3).includes('') || !isInScope(resource, namespace, name)) throw noSuchResource()
  const behindProxy = subresource === 'proxy' && behind.length > 0 ? `/${behind.join('/')}` : undefined
  if (behind.length > 0 && behindProxy === undefined) throw noSuchResource()
  return { resource, namespace, name: nameIn(name), subresource, rest: behindProxy, watches }
}

// Parts of a namespace itself: they look as kinds in it would.
const partsOfNamespaces = ['status', 'finalize']

const scopeOf = (given: readonly string[]): { namespace: string | undefined; rest: readonly string[] } => {
  const words = given.at(-1) === '' && given.length > 1 && !given.includes('proxy') ? given.slice(0, -1) : given
  const isScoped = words[0] === 'namespaces' && words.length > 2 && !partsOfNamespaces.includes(words[2] ?? '')
  return isScoped ? { namespace: decoded(words[1] ?? ''), rest: words.slice(2) } : { namespace: undefined, rest: words }
}

const isInScope = ({ namespaced }: Resource, namespace: string | undefined, name: string | undefined): boolean =>
  namespaced ? namespace !== undefined || name === undefined : namespace === undefined

const decoded = (word: string): string => {
  try {
    return decodeURIComponent(word)
  } catch {
    throw badRequest(`invalid URL escape ${JSON.stringify(word)}`)
  }
}

const nameIn = (word = ''): string => {
  const name = decoded(word)
  if (name.includes('/')) throw noSuchResource()
  return name
}
