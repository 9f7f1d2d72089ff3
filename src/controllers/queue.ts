/** Calls waiting to be made, first in first out; one that waits already is not put in again. */
export interface Queue<T> {
  readonly size: number
  add(item: T): void
  take(): T | undefined
}

export const createQueue = <T>(identity: (item: T) => string): Queue<T> => {
  // A Map keeps the order of insertion.
  const waiting = new Map<string, T>()
  // One walk goes on for as long as it can: each new one would have to pass all that was taken out before.
  let walk = waiting.entries()
  return {
    get size() {
      return waiting.size
    },
    add(item) {
      const key = identity(item)
      if (!waiting.has(key)) waiting.set(key, item)
    },
    take() {
      if (waiting.size === 0) return undefined
      let next = walk.next()
      if (next.done) {
        walk = waiting.entries()
        next = walk.next()
      }
      if (next.done) return undefined
      const [key, item] = next.value
      waiting.delete(key)
      return item
    },
  }
}
