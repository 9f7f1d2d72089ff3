/** Whether two values are the same JSON: the order of keys and keys that hold undefined do not count. */
export const sameJson = (left: unknown, right: unknown): boolean => {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  return sameEntries(left as Entries, right as Entries)
}

type Entries = Readonly<Record<string, unknown>>

const sameEntries = (left: Entries, right: Entries): boolean => {
  let count = 0
  for (const key in left) {
    if (left[key] === undefined) continue
    count += 1
    if (!sameJson(left[key], right[key])) return false
  }
  for (const key in right) if (right[key] !== undefined) count -= 1
  return count === 0
}
