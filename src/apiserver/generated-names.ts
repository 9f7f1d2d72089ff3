import type { Random } from '../util/random.ts'
import { times } from '../util/range.ts'

// No vowels and no digits that look like them, so that no words come out.
const alphabet = 'bcdfghjklmnpqrstvwxz2456789'
const longestBase = 58

/** A name for `generateName`: the base, cut to leave room, and five random characters. */
export const generateName = (base: string, random: Random): string =>
  base.slice(0, longestBase) + times(5, () => alphabet.charAt(random.below(alphabet.length))).join('')

/** A version 4 UUID (RFC 9562). */
export const generateUid = (random: Random): string => {
  const digits = times(32, () => random.below(16).toString(16))
  digits[12] = '4'
  digits[16] = (8 + random.below(4)).toString(16)
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
