import type { JsonMap } from '../../api/patch/json.ts'
import { elementOrder } from '../../api/patch/strategy.ts'
import { isMap } from '../../util/go-value.ts'

/** A patch without what it says of the order of lists. */
export const withoutOrder = (patch: JsonMap): JsonMap =>
  Object.fromEntries(
    Object.entries(patch)
      .filter(([key]) => !key.startsWith(elementOrder))
      .map(([key, value]) => [key, inside(value)]),
  )

const inside = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inside)
  return isMap(value) ? withoutOrder(value) : value
}
