import { goValue, isMap } from '../../util/go-value.ts'
import { sameJson } from '../../util/same-json.ts'
import { has, type JsonMap } from './json.ts'
import { identity, isDeletion, keyedMaps, noMergeKey, ordered } from './list-order.ts'
import { PatchError } from './patch-error.ts'
import { directive } from './strategy.ts'

type List = readonly unknown[]
type MergeItem = (item: JsonMap, patch: JsonMap) => JsonMap

/** Merges a list of a patch into a list of merge strategy: maps by their key, other values as a set. */
export const mergeLists = (before: List, change: List, mergeKey: string, mergeItem: MergeItem): List => {
  if (before.length === 0 && change.length === 0) return before
  checkOneType(before, change)
  if (![...before, ...change].every(isMap)) return mergeValues(before, change)
  if (mergeKey === '') throw new PatchError('cannot merge lists without merge key')
  return mergeKeyed(before as readonly JsonMap[], change as readonly JsonMap[], mergeKey, mergeItem)
}

const mergeValues = (before: List, change: List): List =>
  ordered({ merged: [...new Set([...before, ...change])], wanted: change, live: before, mergeKey: '' })

const mergeKeyed = (
  before: readonly JsonMap[],
  change: readonly JsonMap[],
  mergeKey: string,
  mergeItem: MergeItem,
): List => {
  const said = change.filter(item => !has(item, directive))
  const directives = change.filter(item => has(item, directive))
  const deleted = directives.flatMap(item => deletedKey(item, mergeKey))
  if (directives.some(item => item[directive] === 'replace')) return said
  const live = before.filter(item => !deleted.includes(item[mergeKey]))
  const merged = keyedMaps(said, mergeKey).reduce<List>(
    (list, item) => mergeInto(list, item, mergeKey, mergeItem),
    live,
  )
  keyedMaps(merged, mergeKey)
  return ordered({ merged, wanted: said, live, mergeKey })
}

const deletedKey = (item: JsonMap, mergeKey: string): unknown[] => {
  if (item[directive] === 'replace') return []
  if (item[directive] === 'merge') throw new PatchError('merging lists cannot yet be specified in the patch')
  if (item[directive] !== 'delete') {
    throw new PatchError(`unknown patch type: ${goValue(item[directive])} in map: ${goValue(item)}`)
  }
  if (!has(item, mergeKey)) throw noMergeKey(item, mergeKey)
  return [item[mergeKey]]
}

const mergeInto = (list: List, item: JsonMap, mergeKey: string, mergeItem: MergeItem): List => {
  const index = list.findIndex(other => identity(other, mergeKey) === item[mergeKey])
  const found = list[index]
  return isMap(found) ? list.with(index, mergeItem(found, item)) : [...list, item]
}

const checkOneType = (...lists: readonly List[]): void => {
  const kinds = new Set(lists.flat().map(item => (isMap(item) ? 'map' : Array.isArray(item) ? 'list' : typeof item)))
  if (kinds.has('list')) throw new PatchError('lists of lists are not supported')
  if (kinds.size > 1) throw new PatchError(`list element types are not identical: ${goValue(lists)}`)
}

/** The elements of the patch must stand in the order given beside them; deletions do not count. */
export const checkElementOrder = (change: List, order: List, mergeKey: string): void => {
  if (order.length === 0) return
  const said = change.filter(item => !isDeletion(item) && !(isMap(item) && has(item, directive)))
  let next = 0
  for (const item of order) {
    if (next < said.length && sameJson(identity(said[next], mergeKey), identity(item, mergeKey))) next += 1
  }
  if (next === said.length) return
  throw new PatchError(
    `The order in patch list:\n${goValue(change)}\n doesn't match $setElementOrder list:\n${goValue(order)}\n`,
  )
}
