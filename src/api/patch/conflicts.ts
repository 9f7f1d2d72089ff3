import { isMap } from '../../util/go-value.ts'
import { sameJson } from '../../util/same-json.ts'
import type { Schema } from '../schema.ts'
import { has, type JsonMap } from './json.ts'
import { directive, elementOrder, retainKeys, strategyOf } from './strategy.ts'

/** Whether two patches of the same object say different things of a field. The order of lists is nobody's. */
export const patchesConflict = (left: JsonMap, right: JsonMap, schema: Schema): boolean =>
  directiveOf(left) !== directiveOf(right) ||
  Object.entries(left).some(
    ([key, value]) => !isDirective(key) && has(right, key) && fieldsConflict(key, value, right[key], schema),
  )

const isDirective = (key: string): boolean => key === directive || key === retainKeys || key.startsWith(elementOrder)

const directiveOf = (patch: JsonMap): unknown => (has(patch, directive) ? patch[directive] : undefined)

const fieldsConflict = (key: string, left: unknown, right: unknown, parent: Schema): boolean => {
  const { schema, merges, replaces, mergeKey } = strategyOf(parent, key)
  if (isMap(left) && isMap(right) && replaces) return directiveOf(left) !== directiveOf(right)
  if (!Array.isArray(left) || !Array.isArray(right) || !merges) return valuesConflict(left, right, schema)
  // Lists of plain values are merged without a conflict, whatever is in them.
  if (![...left, ...right].every(isMap)) return false
  const others = new Map(right.filter(isMap).map(item => [item[mergeKey], item]))
  return left.filter(isMap).some(item => {
    const other = others.get(item[mergeKey])
    return other !== undefined && patchesConflict(item, other, schema)
  })
}

const valuesConflict = (left: unknown, right: unknown, schema: Schema): boolean => {
  if (isMap(left) && isMap(right)) return patchesConflict(left, right, schema)
  if (!Array.isArray(left) || !Array.isArray(right)) return !sameJson(left, right)
  if (left.length !== right.length) return true
  return inOrder(left).some((item, index) => valuesConflict(item, inOrder(right)[index], schema))
}

// Of plain values the order does not count.
const inOrder = (list: readonly unknown[]): readonly unknown[] => (list.some(isMap) ? list : list.toSorted())
