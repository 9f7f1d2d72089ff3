import { editDistance } from '../../util/edit-distance.ts'

/**
 * How far apart two words are that may have been meant to be the same: 0 the same, 1 but for capitals, more for other
 * slips; undefined if they are different words.
 */
export const distance = (left: string, right: string): number | undefined => {
  if (left === right) return 0
  if (left.toLowerCase() === right.toLowerCase()) return 1
  if (plain(left) === plain(right)) return 2
  const edits = editDistance(plain(left), plain(right))
  const length = Math.min(plain(left).length, plain(right).length)
  if (edits <= Math.max(1, Math.floor(length / 4)) || isSwapped(plain(left), plain(right))) return 2 + edits
  return length >= 2 && (isPart(left, right) || isPart(right, left)) ? 6 : undefined
}

/** The word of a list that is nearest to another one. */
export const nearest = (word: string, words: readonly string[]): string | undefined => {
  const ranked = words
    .map(other => ({ other, far: distance(word, other) ?? Number.POSITIVE_INFINITY }))
    .filter(({ far }) => Number.isFinite(far))
    .toSorted((left, right) => left.far - right.far)
  return ranked[0]?.other
}

/** Two letters that changed places. */
const isSwapped = (left: string, right: string): boolean =>
  left.length === right.length &&
  editDistance(left, right) === 2 &&
  [...left].toSorted().join('') === [...right].toSorted().join('')

const plain = (word: string): string => word.toLowerCase().replace(/[-_.]/g, '')

/** `web` is part of `my-web` and of `web-1`. */
const isPart = (part: string, whole: string): boolean =>
  whole.split(/[-_./]/).includes(part) || whole.startsWith(`${part}-`)
