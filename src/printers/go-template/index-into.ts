import { isMap } from '../../util/go-value.ts'
import { TemplateError } from './template-error.ts'
import { Int, kindOf, toNumber, typeOf } from './values.ts'

/** `index x 1 "a"` is `x[1]["a"]`; a key that a map lacks gives nothing. */
export const indexInto = (item: unknown, indices: readonly unknown[]): unknown => {
  if (kindOf(item) === 'invalid') throw new TemplateError('index of untyped nil')
  return indices.reduce(indexOnce, item)
}

const indexOnce = (item: unknown, index: unknown): unknown => {
  const kind = kindOf(item)
  if (kind === 'invalid') throw new TemplateError('index of nil pointer')
  if (kind === 'map') return mapEntry(item, index)
  if (Array.isArray(item)) return item[position(index, item.length - 1)]
  if (typeof item !== 'string') throw new TemplateError(`can't index item of type ${typeOf(item)}`)
  const bytes = new TextEncoder().encode(item)
  return new Int(bytes[position(index, bytes.length - 1)] ?? 0, 'uint8')
}

const mapEntry = (item: unknown, index: unknown): unknown => {
  if (kindOf(index) === 'invalid') throw new TemplateError('value is nil; should be of type string')
  if (typeof index !== 'string') throw new TemplateError(`value has type ${typeOf(index)}; should be string`)
  return isMap(item) && Object.hasOwn(item, index) ? item[index] : null
}

const position = (index: unknown, last: number): number => {
  const kind = kindOf(index)
  if (kind === 'invalid') throw new TemplateError('cannot index slice/array with nil')
  if (kind !== 'int') throw new TemplateError(`cannot index slice/array with type ${typeOf(index)}`)
  const at = toNumber(index)
  if (at < 0 || at > last) throw new TemplateError(`index out of range: ${at}`)
  return Number(at)
}

/** `slice x 1 2` is `x[1:2]`, of a list or of a string's bytes. */
export const sliceOf = (item: unknown, indices: readonly unknown[]): unknown => {
  if (kindOf(item) === 'invalid') throw new TemplateError('slice of untyped nil')
  if (indices.length > 3) throw new TemplateError(`too many slice indexes: ${indices.length}`)
  if (typeof item === 'string' && indices.length === 3) throw new TemplateError('cannot 3-index slice a string')
  const content = typeof item === 'string' ? new TextEncoder().encode(item) : item
  if (!Array.isArray(content) && !(content instanceof Uint8Array)) {
    throw new TemplateError(`can't slice item of type ${typeOf(item)}`)
  }
  const places = indices.map(index => position(index, content.length))
  const [from = 0, to = content.length, limit = content.length] = places
  if (from > to) throw new TemplateError(`invalid slice index: ${from} > ${to}`)
  if (to > limit) throw new TemplateError(`invalid slice index: ${to} > ${limit}`)
  const part = content.slice(from, to)
  return part instanceof Uint8Array ? new TextDecoder().decode(part) : part
}

/** `len x`, of a string in bytes. */
export const lengthOf = (item: unknown): Int => {
  if (item === undefined) throw new TemplateError('reflect: call of reflect.Value.Type on zero Value')
  if (item === null) throw new TemplateError('len of nil pointer')
  if (Array.isArray(item)) return new Int(item.length)
  if (typeof item === 'string') return new Int(new TextEncoder().encode(item).length)
  if (kindOf(item) === 'map' && isMap(item)) return new Int(Object.keys(item).length)
  throw new TemplateError(`len of type ${typeOf(item)}`)
}

/** kubectl's `exists x "a" 0`: whether the path leads to something that is not null. */
export const exists = (item: unknown, indices: readonly unknown[]): boolean => {
  let at = item
  for (const index of indices) {
    if (kindOf(at) === 'map' && isMap(at)) at = typeof index === 'string' && Object.hasOwn(at, index) ? at[index] : null
    else if (!Array.isArray(at) && typeof at !== 'string') return false
    else if (kindOf(index) !== 'int' || toNumber(index) < 0 || toNumber(index) >= at.length) return false
    else at = at[Number(toNumber(index))]
  }
  return kindOf(at) !== 'invalid'
}
