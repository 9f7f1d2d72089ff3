import { goType, goValue, isMap } from '../../util/go-value.ts'
import { sameJson } from '../../util/same-json.ts'
import type { Schema } from '../schema.ts'
import { has, type JsonMap, without } from './json.ts'
import { ordered } from './list-order.ts'
import { PatchError } from './patch-error.ts'
import { checkElementOrder, mergeLists } from './strategic-lists.ts'
import { deleteFromList, directive, elementOrder, retainKeys, type Strategy, strategyOf } from './strategy.ts'

/** Whether a patch is applied to an object, or added to another patch, whose directives then stay in it. */
export type Onto = 'object' | 'patch'

/** Applies a strategic merge patch: lists are merged as the schema says. Throws PatchError in the server's words. */
export const applyStrategicMerge = (original: JsonMap, patch: JsonMap, schema: Schema): JsonMap =>
  mergeMaps(original, patch, schema, 'object')

export const mergeMaps = (original: JsonMap, patch: JsonMap, schema: Schema, onto: Onto): JsonMap => {
  if (has(patch, directive)) return applyDirective(patch)
  const merge = new MapMerge(original, schema, onto)
  merge.retain(patch)
  const { lists, rest } = splitOrders(without(patch, retainKeys))
  for (const [field, order] of lists) merge.orderedList(field, order, rest)
  const handled = lists.map(([field]) => field)
  for (const [key, value] of Object.entries(without(rest, ...handled))) merge.field(key, value)
  return merge.result()
}

const applyDirective = (patch: JsonMap): JsonMap => {
  if (patch[directive] === 'replace') return without(patch, directive)
  if (patch[directive] === 'delete') return {}
  throw new PatchError(`unknown patch type: ${goValue(patch[directive])} in map: ${goValue(patch)}`)
}

const splitOrders = (patch: JsonMap): { lists: readonly (readonly [string, unknown])[]; rest: JsonMap } => {
  const keys = Object.keys(patch).filter(key => key.startsWith(elementOrder))
  return {
    lists: keys.map(key => [key.slice(elementOrder.length), patch[key]] as const),
    rest: without(patch, ...keys),
  }
}

class MapMerge {
  #merged: Map<string, unknown>
  readonly #schema: Schema
  readonly #onto: Onto

  constructor(original: JsonMap, schema: Schema, onto: Onto) {
    this.#merged = new Map(Object.entries(original))
    this.#schema = schema
    this.#onto = onto
  }

  result(): JsonMap {
    return Object.fromEntries(this.#merged)
  }

  /** Gives up what `$retainKeys` does not name. */
  retain(patch: JsonMap): void {
    if (!has(patch, retainKeys)) return
    const keys = patch[retainKeys]
    if (this.#onto === 'patch') {
      if (this.#merged.has(retainKeys) && !sameJson(this.#merged.get(retainKeys), keys)) throw badRetainKeys()
      this.#merged.set(retainKeys, keys)
      return
    }
    if (!Array.isArray(keys)) throw badRetainKeys()
    const isSaid = ([key, value]: [string, unknown]): boolean => value !== null && !key.startsWith('$')
    if (Object.entries(patch).some(entry => isSaid(entry) && !keys.includes(entry[0]))) throw badRetainKeys()
    this.#merged = new Map([...this.#merged].filter(([key]) => keys.includes(key)))
  }

  /** Merges a list whose order the patch gives beside it. */
  orderedList(field: string, order: unknown, patch: JsonMap): void {
    if (this.#onto === 'patch') this.#keepOrder(elementOrder + field, order)
    if (!Array.isArray(order)) throw new PatchError(`expected a []interface {}, but received a ${goType(order)}`)
    const strategy = strategyOf(this.#schema, field)
    const before = this.#listOf(this.#merged.get(field))
    const change = this.#listOf(patch[field])
    checkElementOrder(change ?? [], order, strategy.mergeKey)
    if (!before && !change) return
    const merged = before && change ? this.#mergedLists(before, change, strategy) : (before ?? keptOf(change ?? []))
    this.#merged.set(field, ordered({ merged, wanted: order, live: before ?? [], mergeKey: strategy.mergeKey }))
  }

  #keepOrder(key: string, order: unknown): void {
    if (this.#merged.has(key) && !sameJson(this.#merged.get(key), order)) throw badElementOrder()
    this.#merged.set(key, order)
  }

  #listOf(value: unknown): readonly unknown[] | undefined {
    if (value === undefined || value === null || Array.isArray(value)) return value ?? undefined
    throw new PatchError(`expected a []interface {}, but received a ${goType(value)}`)
  }

  field(key: string, value: unknown): void {
    const before = this.#merged.get(key)
    if (key.startsWith(deleteFromList)) {
      this.#deleteFrom(key, value)
    } else if (value === null) {
      this.#merged.delete(key)
      if (this.#onto === 'patch') this.#merged.set(key, null)
    } else if (isMap(before) && isMap(value)) {
      const { schema, replaces } = strategyOf(this.#schema, key)
      this.#merged.set(key, replaces ? value : mergeMaps(before, value, schema, this.#onto))
    } else if (Array.isArray(before) && Array.isArray(value)) {
      this.#merged.set(key, this.#mergedLists(before, value, strategyOf(this.#schema, key)))
    } else {
      this.#set(key, this.#onto === 'object' ? withoutNulls(value) : value)
    }
  }

  #set(key: string, value: unknown): void {
    const kept = withoutDirectives(value)
    if (kept === undefined) this.#merged.delete(key)
    else this.#merged.set(key, kept)
  }

  #deleteFrom(key: string, value: unknown): void {
    if (this.#onto === 'patch') {
      this.#merged.set(key, value)
      return
    }
    const field = key.slice(deleteFromList.length)
    const before = this.#merged.get(field)
    if (!Array.isArray(before) || !Array.isArray(value)) return
    this.#merged.set(
      field,
      before.filter(item => !value.includes(item)),
    )
  }

  #mergedLists(before: readonly unknown[], change: readonly unknown[], strategy: Strategy): readonly unknown[] {
    if (!strategy.merges) return change
    return mergeLists(before, change, strategy.mergeKey, (item, patch) =>
      mergeMaps(item, patch, strategy.schema, this.#onto),
    )
  }
}

const badRetainKeys = (): PatchError => new PatchError('invalid patch format of retainKeys')

const badElementOrder = (): PatchError => new PatchError('invalid patch format of setElementOrder list')

const keptOf = (list: readonly unknown[]): readonly unknown[] =>
  list.map(withoutDirectives).filter(item => item !== undefined)

// A null in what is new removes nothing, and is not stored.
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, withoutNulls(item)]])),
  )
}

// A directive for what is not there; undefined if nothing stays of the value.
const withoutDirectives = (value: unknown): unknown => {
  if (Array.isArray(value)) return keptOf(value)
  if (!isMap(value)) return value
  if (has(value, directive)) return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const kept = withoutDirectives(item)
      return kept === undefined ? [] : [[key, kept]]
    }),
  )
}
