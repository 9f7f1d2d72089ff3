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
  let digits = ''
  for (let at = 0; at < 32; at++) digits += hex.charAt(random.below(16))
  const variant = hex.charAt(8 + random.below(4))
  const [first, second, third] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16)]
  return `${first}-${second}-4${third}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
}

const hex = '0123456789abcdef'
