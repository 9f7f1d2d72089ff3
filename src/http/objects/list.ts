import type { ListOptions, ObjectList } from '../../api/client.ts'
import type { KubeObject } from '../../api/meta.ts'
import { badRequest, StatusError } from '../../api/status-error.ts'
import type { ListMeta } from '../negotiation/shape.ts'
import { checkOptions, integerOf } from '../options/fields.ts'
import { listFaults, selectionIn } from '../options/list-options.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'
import { formatToken, type PageStart, pageKey, parseToken } from './continue-token.ts'
import { checkReached, revisionIn, tooOldList } from './revisions.ts'

export interface Page {
  readonly items: readonly KubeObject[]
  readonly metadata: ListMeta
}

/** The page of a collection that a request asks for. */
export const listPage = async (call: Call, place: Place): Promise<Page> => {
  const { query } = call
  checkOptions('ListOptions', listFaults(query))
  const limit = integerOf(query, 'limit') ?? 0
  const revision = revisionIn(query, 'list')
  const token = startIn(query, revision)
  const selection = selectionIn(query, place.namespace)
  const list = await currentList(call, place, selection)
  checkReached(revision, list.resourceVersion)
  const source = token
    ? listOfToken(call, token, { place, selection, list })
    : listOf(call, { place, selection, list, revision, limit })
  return pageIn(source, { token, limit: query.get('resourceVersion') === '0' ? 0 : limit, selection })
}

/** A collection as it is now; it is remembered for later pages and watches. */
export const currentList = async (
  { client, lists }: Call,
  { resource }: Place,
  selection: ListOptions,
): Promise<ObjectList> => {
  const list = await client.list(resource, selection)
  lists.remember(listKey(resource, selection), list)
  return list
}

/** What tells collections and selections apart. */
export const listKey = ({ plural, group }: Place['resource'], selection: ListOptions): string =>
  JSON.stringify([plural, group, selection.namespace, selection.labelSelector, selection.fieldSelector])

const startIn = (query: URLSearchParams, revision: number): PageStart | undefined => {
  const token = query.get('continue')
  if (!token) return undefined
  if (revision !== 0) throw badRequest('specifying resource version is not allowed when using continue')
  return parseToken(token)
}

interface Source {
  readonly place: Place
  readonly selection: ListOptions
  /** The collection as it is now. */
  readonly list: ObjectList
}

const listOfToken = ({ lists }: Call, token: PageStart, { place, selection, list }: Source): ObjectList => {
  if (token.revision < 0 || String(token.revision) === list.resourceVersion) return list
  const found = lists.find(listKey(place.resource, selection), String(token.revision))
  if (found) return found
  throw expired(token)
}

const listOf = (
  { query, lists }: Call,
  { place, selection, list, revision, limit }: Source & { readonly revision: number; readonly limit: number },
): ObjectList => {
  const match = query.get('resourceVersionMatch')
  const isExact = match === 'Exact' || (!match && limit > 0 && revision > 0)
  if (!isExact || String(revision) === list.resourceVersion) return list
  const found = lists.find(listKey(place.resource, selection), String(revision))
  if (found) return found
  throw tooOldList()
}

const pageIn = (
  { items, resourceVersion }: ObjectList,
  { token, limit, selection }: { token: PageStart | undefined; limit: number; selection: ListOptions },
): Page => {
  const keyOf = (object: KubeObject): string => pageKey(object, selection.namespace)
  const left = token ? items.slice(indexBehind(items.map(keyOf), token.start)) : items
  const page = limit > 0 ? left.slice(0, limit) : left
  const last = page.at(-1)
  if (page.length === left.length || !last) return { items: page, metadata: { resourceVersion } }
  const next = formatToken({ revision: Number(resourceVersion), start: `${keyOf(last)}\0` })
  const isPicked = selection.labelSelector !== undefined || selection.fieldSelector !== undefined
  const remaining = isPicked ? {} : { remainingItemCount: left.length - page.length }
  return { items: page, metadata: { resourceVersion, continue: next, ...remaining } }
}

const indexBehind = (keys: readonly string[], start: string): number => {
  const last = keys.indexOf(start.replace(/\0$/, ''))
  if (last >= 0) return last + 1
  const next = keys.findIndex(key => key >= start)
  return next < 0 ? keys.length : next
}

const expired = ({ start }: PageStart): StatusError =>
  new StatusError(
    'Expired',
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without ' +
      'the continue parameter, or use the continue token in this response to retrieve the remainder of the results. ' +
      'Continuing with the provided token results in an inconsistent list - objects that were created, modified, or ' +
      'deleted between the time the first chunk was returned and now may show up in the list.',
    { continue: formatToken({ revision: -1, start }) },
  )
