import type { Answer } from '../answer.ts'

/** A cached answer, when it came (milliseconds) and how long it holds (seconds). */
export interface CachedAnswer {
  readonly reply: Answer
  readonly stored: number
  readonly seconds: number
}

export interface AnswerStore {
  get(key: string): CachedAnswer | undefined
  set(key: string, item: CachedAnswer): void
}

/** Keeps so many answers, the oldest going first. */
export const answerStore = (capacity: number): AnswerStore => {
  const items = new Map<string, CachedAnswer>()
  return {
    get: key => items.get(key),
    set(key, item) {
      items.delete(key)
      items.set(key, item)
      const [oldest] = items.size > capacity ? items.keys() : []
      if (oldest !== undefined) items.delete(oldest)
    },
  }
}
