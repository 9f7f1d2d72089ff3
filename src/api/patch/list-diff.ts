import { compareBytes } from '../../util/compare.ts'
import { isMap } from '../../util/go-value.ts'
import { sameJson } from '../../util/same-json.ts'
import type { JsonMap } from './json.ts'
import { identity, keyedMaps, sortedBy } from './list-order.ts'
import { directive } from './strategy.ts'

type List = readonly unknown[]

/** The parts of a patch that a list of merge strategy gives rise to; each may be empty. */
export interface ListDiff {
  readonly changes: List
  /** Of plain values; maps are deleted by an element with a directive among the changes. */
  readonly deletions: List
  readonly order: List
}

interface ListContext {
  readonly options: { readonly additions: boolean; readonly deletions: boolean }
  diffItems(item: JsonMap, wanted: JsonMap): JsonMap
}

/** How one list becomes the other: maps are compared by their key, other values as sets. */
export const diffLists = (before: List, after: List, mergeKey: string, context: ListContext): ListDiff => {
  if (before.length === 0) {
    return { changes: context.options.additions ? after : [], deletions: [], order: [] }
  }
  return [...before, ...after].every(isMap)
    ? diffKeyed(keyedMaps(before, mergeKey), keyedMaps(after, mergeKey), mergeKey, context)
    : diffValues(before, after, context)
}

const diffKeyed = (
  before: readonly JsonMap[],
  after: readonly JsonMap[],
  mergeKey: string,
  { options, diffItems }: ListContext,
): ListDiff => {
  const old = new Map(before.map(item => [item[mergeKey], item]))
  const kept = new Set(after.map(item => item[mergeKey]))
  const changed = after.flatMap(item => {
    const found = old.get(item[mergeKey])
    if (!found) return options.additions ? [item] : []
    const patch = diffItems(found, item)
    return Object.keys(patch).length > 0 ? [{ ...patch, [mergeKey]: item[mergeKey] }] : []
  })
  const gone = options.deletions ? before.filter(item => !kept.has(item[mergeKey])) : []
  const deleted = gone
    .map(item => ({ [mergeKey]: item[mergeKey], [directive]: 'delete' }))
    .toSorted((left, right) => compareBytes(String(left[mergeKey]), String(right[mergeKey])))
  const changes = [...sortedBy(changed, after, mergeKey), ...deleted]
  const sameOrder =
    before.length === after.length && before.every((item, index) => item[mergeKey] === after[index]?.[mergeKey])
  const needsOrder = changes.length > 0 || (options.additions && !sameOrder)
  return { changes, deletions: [], order: needsOrder ? after.map(item => ({ [mergeKey]: item[mergeKey] })) : [] }
}

const diffValues = (before: List, after: List, { options }: ListContext): ListDiff => {
  const added = options.additions ? after.filter(item => !before.includes(item)) : []
  const gone = options.deletions ? [...new Set(before.filter(item => !after.includes(item)))] : []
  const needsOrder = gone.length > 0 || (options.additions && !sameJson(before, after))
  return {
    changes: sortedBy(added, after, ''),
    deletions: gone.toSorted((left, right) => compareBytes(String(left), String(right))),
    order: needsOrder ? after.map(item => identity(item, '')) : [],
  }
}
