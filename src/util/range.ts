/** `count` results of `make`, called with 0 and on; none when the count is not positive. */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: Math.max(0, count) }, (_, index) => make(index))

/** Whether a value is there: a filter that narrows the type. */
export const isDefined = <T>(value: T | undefined): value is T => value !== undefined
