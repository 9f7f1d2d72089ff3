import { parseQuantity, type Quantity, QuantityError } from '../api/quantity.ts'
import { compareUtf8 } from '../util/compare.ts'
import { goQuote } from '../util/go-quote.ts'
import { goType } from '../util/go-value.ts'
import { numberKind } from '../util/json-number.ts'
import { compilePath, relaxedPath } from './jsonpath/relaxed.ts'
import { PrinterError } from './printer.ts'

/** A field whose values have no order. kubectl dies of it with a line of its log, tables or not, and exits with 1. */
export class UnsortableError extends PrinterError {}

export interface SortOptions {
  /** The value of --sort-by. */
  readonly path: string
  /** The Go type of what is sorted, for the complaint: rows of a table or objects. */
  readonly what?: SortedType
}

/** Rows of a table take any template as a path: what is no relaxed path stands for itself. */
export type SortedType = '[][][]reflect.Value' | '*unstructured.Unstructured'

/**
 * The items in the order of a field: numbers and quantities by value, other text by its bytes; those without the field
 * first. Throws a PrinterError if no item has it, or an UnsortableError.
 */
export const sortByField = <T>(
  items: readonly T[],
  { path, what = '*unstructured.Unstructured' }: SortOptions,
): readonly T[] => {
  if (items.length === 0) return items
  const field = what === '[][][]reflect.Value' ? templateOf(path) : relaxedPath(path)
  const read = compilePath(field)
  const keyed = items.map(item => ({ item, key: toKey(read(item)[0] ?? [], item) }))
  if (keyed.every(({ key }) => key.missing)) {
    throw new PrinterError(`couldn't find any field with path ${goQuote(field)} in the list of objects`)
  }
  const complaint = `Field ${field} in ${what} is an unsortable type`
  return sortAsGo(keyed, (left, right) => less(left.key, right.key, complaint)).map(({ item }) => item)
}

const templateOf = (path: string): string => {
  try {
    return relaxedPath(path)
  } catch {
    return path
  }
}

interface Key {
  readonly missing: boolean
  readonly value: unknown
  /** Whether the value is the whole item: of Go, no interface then but a map. */
  readonly whole: boolean
  readonly quantity: Quantity | undefined
}

const toKey = (values: readonly unknown[], item: unknown): Key => {
  const value = values[0]
  const quantity = typeof value === 'string' ? readQuantity(value) : undefined
  return { missing: values.length === 0, value, whole: value === item, quantity }
}

const readQuantity = (text: string): Quantity | undefined => {
  try {
    return parseQuantity(text)
  } catch (error) {
    if (error instanceof QuantityError) return undefined
    throw error
  }
}

const less = (left: Key, right: Key, complaint: string): boolean => {
  if (left.missing || right.missing) return left.missing
  if (left.value === null || right.value === null) return left.value === null && right.value !== null
  if (left.quantity && right.quantity) return left.quantity.nano < right.quantity.nano
  if (typeof left.value === 'string' && typeof right.value === 'string') {
    return compareUtf8(left.value, right.value) < 0
  }
  const kind = numberKind(left.value)
  if (kind && kind === numberKind(right.value)) return Number(left.value) < Number(right.value)
  throw new UnsortableError(`${complaint}: ${unsortable(left)}`, { plain: true })
}

const unsortable = ({ value, whole }: Key): string => {
  if (whole) return 'map, err: unsortable type: map'
  const sortable = typeof value === 'string' || numberKind(value) !== undefined
  return `interface, err: ${sortable ? 'unsortable interface: interface' : `unsortable type: ${goType(value)}`}`
}

/**
 * Go sorts up to 12 elements by insertion, with `less` true of every element that lacks the field: two of those change
 * places. Longer lists it shuffles on its way; here they keep their order where they are equal.
 */
const sortAsGo = <T>(items: readonly T[], isLess: (left: T, right: T) => boolean): T[] => {
  const sorted = [...items]
  if (items.length > 12) return sorted.sort((left, right) => (isLess(left, right) ? -1 : isLess(right, left) ? 1 : 0))
  for (const [index, item] of items.entries()) {
    let place = index
    while (place > 0 && isLess(item, sorted[place - 1] ?? item)) {
      sorted[place] = sorted[place - 1] ?? item
      place -= 1
    }
    sorted[place] = item
  }
  return sorted
}
