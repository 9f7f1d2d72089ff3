import { goType, isMap } from '../../util/go-value.ts'
import { sameJson } from '../../util/same-json.ts'
import type { Schema } from '../schema.ts'
import { has, type JsonMap } from './json.ts'
import { diffLists } from './list-diff.ts'
import { deleteFromList, elementOrder, retainKeys, strategyOf } from './strategy.ts'

/** Which differences a patch is to have: a three-way patch takes additions from one pair, deletions from another. */
export interface DiffOptions {
  readonly additions: boolean
  readonly deletions: boolean
}

/** The strategic merge patch that turns one object into the other; `{}` where they are the same. */
export const createTwoWayPatch = (original: JsonMap, modified: JsonMap, schema: Schema): JsonMap =>
  diffMaps(original, modified, { schema, options: { additions: true, deletions: true } })

export interface DiffContext {
  readonly schema: Schema
  readonly options: DiffOptions
  /** Whether the patch names all keys that stay, so that others go: for structs that are a choice of one. */
  readonly retainsKeys?: boolean
}

export const diffMaps = (original: JsonMap, modified: JsonMap, context: DiffContext): JsonMap => {
  const changed = Object.entries(modified).flatMap(([key, value]) => diffField(key, original, value, context))
  const removed = context.options.deletions ? Object.keys(original).filter(key => !has(modified, key)) : []
  const patch = Object.fromEntries([...changed, ...removed.map((key): [string, null] => [key, null])])
  const kept = context.retainsKeys ? Object.keys(modified).filter(key => modified[key] !== null) : []
  const loses = Object.keys(original).some(key => original[key] !== null && !has(modified, key))
  if (kept.length === 0 || (Object.keys(patch).length === 0 && !loses)) return patch
  return { ...patch, [retainKeys]: kept.toSorted() }
}

type Entry = [string, unknown]

const diffField = (key: string, original: JsonMap, value: unknown, { schema, options }: DiffContext): Entry[] => {
  const before = original[key]
  const addition: Entry[] = options.additions ? [[key, value]] : []
  if (!has(original, key) || goType(before) !== goType(value)) return addition
  if (isMap(before) && isMap(value)) return diffMapField(key, before, value, { schema, options })
  if (Array.isArray(before) && Array.isArray(value)) return diffListField(key, before, value, { schema, options })
  return sameJson(before, value) ? [] : addition
}

const diffMapField = (key: string, before: JsonMap, value: JsonMap, { schema, options }: DiffContext): Entry[] => {
  const strategy = strategyOf(schema, key)
  if (strategy.replaces) return options.additions && !sameJson(before, value) ? [[key, value]] : []
  const patch = diffMaps(before, value, { schema: strategy.schema, options, retainsKeys: strategy.retainsKeys })
  return Object.keys(patch).length > 0 ? [[key, patch]] : []
}

const diffListField = (
  key: string,
  before: readonly unknown[],
  value: readonly unknown[],
  { schema, options }: DiffContext,
): Entry[] => {
  const strategy = strategyOf(schema, key)
  if (!strategy.merges) return sameJson(before, value) || !options.additions ? [] : [[key, value]]
  const context = { schema: strategy.schema, options, retainsKeys: strategy.retainsKeys }
  const { changes, deletions, order } = diffLists(before, value, strategy.mergeKey, {
    options,
    diffItems: (item, wanted) => diffMaps(item, wanted, context),
  })
  return [
    ...(changes.length > 0 ? [[key, changes] satisfies Entry] : []),
    ...(deletions.length > 0 ? [[deleteFromList + key, deletions] satisfies Entry] : []),
    ...(order.length > 0 ? [[elementOrder + key, order] satisfies Entry] : []),
  ]
}
