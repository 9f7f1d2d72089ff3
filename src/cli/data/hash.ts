import { createHash } from 'node:crypto'
import { toGoJson } from '../../util/go-json.ts'

// Letters and digits that might make words are swapped for others.
const swaps: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' }

/** The ten characters that --append-hash puts behind the name: a digest of what the object holds. */
export const contentHash = (content: Readonly<Record<string, unknown>>): string =>
  createHash('sha256')
    .update(toGoJson(content))
    .digest('hex')
    .slice(0, 10)
    .replace(/[013ae]/g, letter => swaps[letter] ?? letter)
