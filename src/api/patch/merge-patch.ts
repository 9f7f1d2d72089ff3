import { isMap } from '../../util/go-value.ts'
import { sameJson } from '../../util/same-json.ts'
import { has, type JsonMap } from './json.ts'

/** Applies a merge patch (RFC 7386): null removes, maps are merged, all else is replaced. */
export const applyMergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isMap(patch)) return patch
  const base: JsonMap = isMap(target) ? target : {}
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key)
    else merged.set(key, applyMergePatch(merged.get(key), value))
  }
  return Object.fromEntries(merged)
}

/** The merge patch that turns one object into another; `{}` where they are the same. */
export const createMergePatch = (original: JsonMap, modified: JsonMap): JsonMap => {
  const changed = Object.entries(modified).flatMap(([key, value]): [string, unknown][] => {
    if (!has(original, key)) return [[key, value]]
    const before = original[key]
    if (sameJson(before, value)) return []
    if (!isMap(before) || !isMap(value)) return [[key, value]]
    const inner = createMergePatch(before, value)
    return Object.keys(inner).length > 0 ? [[key, inner]] : []
  })
  const removed = Object.keys(original).filter(key => !has(modified, key))
  return Object.fromEntries([...changed, ...removed.map((key): [string, null] => [key, null])])
}

/** What `kubectl apply` sends for a kind without a schema: what the user wants, and the removal of what he had set. */
export const createThreeWayMergePatch = ({
  original,
  modified,
  current,
}: {
  readonly original: JsonMap
  readonly modified: JsonMap
  readonly current: JsonMap
}): JsonMap => {
  const additions = keepNulls(createMergePatch(current, modified), false)
  const deletions = keepNulls(createMergePatch(original, modified), true)
  return combine(deletions, additions)
}

// Either only the nulls of a patch with the maps around them, or all but them.
const keepNulls = (patch: JsonMap, nulls: boolean): JsonMap =>
  Object.fromEntries(
    Object.entries(patch).flatMap(([key, value]): [string, unknown][] => {
      if (!isMap(value)) return (value === null) === nulls ? [[key, value]] : []
      const inner = keepNulls(value, nulls)
      return Object.keys(inner).length > 0 || (!nulls && Object.keys(value).length === 0) ? [[key, inner]] : []
    }),
  )

const combine = (first: JsonMap, second: JsonMap): JsonMap => {
  const merged = new Map(Object.entries(first))
  for (const [key, value] of Object.entries(second)) {
    const before = merged.get(key)
    merged.set(key, isMap(before) && isMap(value) ? combine(before, value) : value)
  }
  return Object.fromEntries(merged)
}
