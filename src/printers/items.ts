import { isMap } from '../util/go-value.ts'

/** The objects of a List, and any other value alone. */
export const itemsOf = (value: unknown): readonly unknown[] =>
  isMap(value) && Array.isArray(value.items) ? value.items : [value]
