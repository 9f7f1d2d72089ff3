/** A value that is there already, or a promise of it. */
export type Later<T> = T | Promise<T>

/** Goes on with a value: at once if it is there already, for a promise costs every query of a server a turn. */
export const after = <T, R>(value: Later<T>, use: (value: T) => Later<R>): Later<R> =>
  value instanceof Promise ? value.then(use) : use(value)
