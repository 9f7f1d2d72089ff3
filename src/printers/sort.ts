import { parseQuantity, type Quantity, QuantityError } from '../api/quantity.ts'
import { goQuote } from '../util/go-quote.ts'
import { goType } from '../util/go-value.ts'
import { numberKind } from '../util/json-number.ts'
import { compareNatural } from '../util/natural-order.ts'
import { compileRelaxed, relaxedPath } from './jsonpath/relaxed.ts'
import { PrinterError } from './printer.ts'

/** A field whose values have no order. kubectl dies of it with a line of its log, tables or not, and exits with 1. */
export class UnsortableError extends PrinterError {}

export interface SortOptions<T> {
  /** The value of --sort-by. */
  readonly path: string
  /** The object that an item stands for, where the item is a row of a table. */
  object?(item: T): unknown
}

/**
 * The items in the order of a field: numbers, times and quantities by value, text with its numbers by value; those
 * without the field first. Throws a PrinterError if no item has it (of which a table of kubectl shows nothing but its
 * being empty), or an UnsortableError.
 */
export const sortByField = <T>(items: readonly T[], { path, object = item => item }: SortOptions<T>): readonly T[] => {
  if (items.length === 0) return items
  const field = relaxedPath(path)
  const read = compileRelaxed(path)
  const keyed = items.map(item => ({ item, key: toKey(read(object(item))) }))
  if (keyed.every(({ key }) => key.missing)) {
    throw new PrinterError(`couldn't find any field with path ${goQuote(field)} in the list of objects`)
  }
  return sortAsGo(keyed, (left, right) => less(left.key, right.key, field)).map(({ item }) => item)
}

interface Key {
  readonly missing: boolean
  readonly value: unknown
  readonly quantity: Quantity | undefined
}

const toKey = (values: readonly unknown[]): Key => {
  const value = values[0]
  return { missing: values.length === 0, value, quantity: typeof value === 'string' ? readQuantity(value) : undefined }
}

const readQuantity = (text: string): Quantity | undefined => {
  try {
    return parseQuantity(text)
  } catch (error) {
    if (error instanceof QuantityError) return undefined
    throw error
  }
}

const less = (left: Key, right: Key, field: string): boolean => {
  if (left.missing || right.missing) return left.missing
  if (left.value === null || right.value === null) return left.value === null && right.value !== null
  if (left.quantity && right.quantity) return left.quantity.nano < right.quantity.nano
  if (typeof left.value === 'string' && typeof right.value === 'string') {
    return compareNatural(left.value, right.value) < 0
  }
  const kind = numberKind(left.value)
  if (kind && kind === numberKind(right.value)) return Number(left.value) < Number(right.value)
  throw unsortable(left.value, field)
}

const unsortable = (value: unknown, field: string): UnsortableError => {
  const sortable = typeof value === 'string' || numberKind(value) !== undefined
  const reason = sortable ? 'unsortable interface: interface' : `unsortable type: ${goType(value)}`
  return new UnsortableError(`Field ${field} in [][][]reflect.Value is an unsortable type: interface, err: ${reason}`, {
    plain: true,
  })
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
