/** Calls waiting to be made, first in first out; one that waits already is not put in again. */
export interface Queue<T> {
  readonly size: number
  add(item: T): void
  take(): T | undefined
}

export const createQueue = <T>(identity: (item: T) => string): Queue<T> => {
  // A Map keeps the order of insertion.
  const waiting = new Map<string, T>()
  return {
    get size() {
      return waiting.size
    },
    add(item) {
      const key = identity(item)
      if (!waiting.has(key)) waiting.set(key, item)
    },
    take() {
      for (const [key, item] of waiting) {
        waiting.delete(key)
        return item
      }
      return undefined
    },
  }
}
