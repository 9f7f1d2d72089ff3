import type { Random } from '../util/random.ts'
import { times } from '../util/range.ts'

// No vowels and no digits that look like them, so that no words come out.
const alphabet = 'bcdfghjklmnpqrstvwxz2456789'

/** The five characters that make a generated name its own. */
export const randomSuffix = (random: Random): string =>
  times(5, () => alphabet.charAt(random.below(alphabet.length))).join('')
