import { goType, goValue, isMap } from '../../util/go-value.ts'
import { has, type JsonMap } from './json.ts'
import { PatchError } from './patch-error.ts'
import { directive } from './strategy.ts'

type List = readonly unknown[]

/** What tells an element from the others: the value of its merge key, or itself where there is none. */
export const identity = (item: unknown, mergeKey: string): unknown => (mergeKey && isMap(item) ? item[mergeKey] : item)

/** The elements as maps; PatchError if one is none or lacks the merge key. */
export const keyedMaps = (list: List, mergeKey: string): readonly JsonMap[] =>
  list.map(item => {
    if (!isMap(item)) throw new PatchError(`expected a map[string]interface {}, but received a ${goType(item)}`)
    if (!has(item, mergeKey)) throw noMergeKey(item, mergeKey)
    return item
  })

export const noMergeKey = (item: JsonMap, mergeKey: string): PatchError =>
  new PatchError(`map: ${goValue(item)} does not contain declared merge key: ${mergeKey}`)

export const isDeletion = (item: unknown): boolean => isMap(item) && item[directive] === 'delete'

interface Order {
  /** The list with all changes in it, in any order. */
  readonly merged: List
  /** The order that the patch wants its elements to have. */
  readonly wanted: List
  /** The order in which the elements of the server are. */
  readonly live: List
  readonly mergeKey: string
}

/**
 * The elements of the patch in the order it wants, those that only the server has in their order, and both merged by
 * the server's order as far as it tells. So what is new to the server comes first.
 */
export const ordered = ({ merged, wanted, live, mergeKey }: Order): List => {
  const known = new Set(wanted.map(item => identity(item, mergeKey)))
  const isWanted = (item: unknown): boolean => known.has(identity(item, mergeKey))
  const left = sortedBy(
    merged.filter(item => !isWanted(item)),
    live,
    mergeKey,
  )
  const right = sortedBy(merged.filter(isWanted), wanted, mergeKey)
  return interleave(left, right, indexOf(live, mergeKey))
}

/** The list in another one's order; deletions come last. */
export const sortedBy = (list: List, order: List, mergeKey: string): List => {
  const index = indexOf(order, mergeKey)
  const kept = list.filter(item => !isDeletion(item)).toSorted((a, b) => (index(a) ?? -1) - (index(b) ?? -1))
  return [...kept, ...list.filter(isDeletion)]
}

const indexOf = (list: List, mergeKey: string): ((item: unknown) => number | undefined) => {
  const indexes = new Map(list.map((item, index) => [identity(item, mergeKey), index]))
  return item => indexes.get(identity(item, mergeKey))
}

const interleave = (left: List, right: List, index: (item: unknown) => number | undefined): List => {
  const all: unknown[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const before = index(left[i])
    const after = index(right[j])
    const takesLeft =
      j >= right.length || (i < left.length && before !== undefined && after !== undefined && before < after)
    all.push(takesLeft ? left[i++] : right[j++])
  }
  return all
}
