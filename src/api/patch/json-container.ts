import { goQuote } from '../../util/go-quote.ts'
import { isMap } from '../../util/go-value.ts'
import { has, type JsonMap, without } from './json.ts'
import { PatchError } from './patch-error.ts'

/** What a path of a JSON patch can lead into. */
export type Container = JsonMap | readonly unknown[]

export const isContainer = (value: unknown): value is Container => Array.isArray(value) || isMap(value)

const isList = (container: Container): container is readonly unknown[] => Array.isArray(container)

/** The value at a key or index; undefined for a missing key, PatchError for an index out of range. */
export const get = (container: Container, key: string): unknown => {
  if (!isList(container)) return has(container, key) ? container[key] : undefined
  return container[existing(container, key)]
}

/** As `get`, but nothing at all where there is none. */
export const parseInner = (container: Container, key: string): unknown => {
  try {
    return get(container, key)
  } catch (error) {
    if (error instanceof PatchError) return undefined
    throw error
  }
}

/** Sets a key, or inserts before an index; `-` is the end of a list. */
export const add = (container: Container, key: string, value: unknown): Container => {
  if (!isList(container)) return withKey(container, key, value)
  if (key === '-') return [...container, value]
  const index = parseIndex(key)
  if (index === undefined) throw new PatchError(`value was not a proper array index: '${key}': ${notNumber(key)}`)
  const length = container.length + 1
  const place = index < 0 ? index + length : index
  if (place < 0 || place >= length) throw outOfRange(index)
  return container.toSpliced(place, 0, value)
}

export const replace = (container: Container, key: string, value: unknown): Container =>
  isList(container) ? container.with(existing(container, key), value) : withKey(container, key, value)

export const remove = (container: Container, key: string): Container => {
  if (isList(container)) return container.toSpliced(existing(container, key), 1)
  if (!has(container, key)) throw new PatchError(`Unable to remove nonexistent key: ${key}: missing value`)
  return without(container, key)
}

const withKey = (map: JsonMap, key: string, value: unknown): JsonMap =>
  Object.fromEntries([...Object.entries(map), [key, value]])

const existing = (list: readonly unknown[], key: string): number => {
  const index = parseIndex(key)
  if (index === undefined) throw new PatchError(notNumber(key))
  const place = index < 0 ? index + list.length : index
  if (place < 0 || place >= list.length) throw outOfRange(index)
  return place
}

// As Go's strconv.Atoi: signs and leading zeros are fine.
const parseIndex = (key: string): number | undefined => (/^[-+]?\d+$/.test(key) ? Number(key) : undefined)

const notNumber = (key: string): string => `strconv.Atoi: parsing ${goQuote(key)}: invalid syntax`

const outOfRange = (index: number): PatchError =>
  new PatchError(`Unable to access invalid index: ${index}: invalid index referenced`)
