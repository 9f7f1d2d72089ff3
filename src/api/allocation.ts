import type { Random } from '../util/random.ts'

/** Numbers from 0 to `size`; the first `reserved` of them are for those who ask by name. */
export interface Band {
  readonly size: number
  readonly reserved: number
}

interface BandRule {
  /** What part of the range is reserved: its size is divided by this. */
  readonly share: number
  readonly most: number
}

const least = 16

/** Ranges of at most 16 numbers have no reserved part. */
export const bandOf = (size: number, { share, most }: BandRule): Band => ({
  size,
  reserved: size <= least ? 0 : Math.min(Math.max(least, Math.floor(size / share)), most),
})

/**
 * A free number: of the part that is not reserved, from a random place on, then of the reserved part.
 * Undefined when all are taken.
 */
export const pickFree = (
  { size, reserved }: Band,
  isFree: (index: number) => boolean,
  random: Random,
): number | undefined => pickBetween(reserved, size, isFree, random) ?? pickBetween(0, reserved, isFree, random)

const pickBetween = (
  from: number,
  to: number,
  isFree: (index: number) => boolean,
  random: Random,
): number | undefined => {
  const count = to - from
  if (count <= 0) return undefined
  const start = random.below(count)
  for (let step = 0; step < count; step++) {
    const index = from + ((start + step) % count)
    if (isFree(index)) return index
  }
  return undefined
}
