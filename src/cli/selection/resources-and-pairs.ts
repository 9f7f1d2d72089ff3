import { Failure } from '../errors.ts'

/**
 * Parts operands into what names objects and the changes behind it (`KEY=VALUE`, `KEY-`). `what` is the word for a
 * change in the refusal of names that stand behind one.
 */
export const resourcesAndPairs = (
  args: readonly string[],
  what: string,
): { readonly resources: readonly string[]; readonly pairs: readonly string[] } => {
  const first = args.findIndex(isPair)
  if (first < 0) return { resources: args, pairs: [] }
  const stray = args.slice(first).find(word => !isPair(word))
  if (stray !== undefined) throw new Failure(`all resources must be specified before ${what} changes: ${stray}`)
  return { resources: args.slice(0, first), pairs: args.slice(first) }
}

const isPair = (word: string): boolean =>
  (word.includes('=') && !word.startsWith('=')) || (word.endsWith('-') && word !== '-')
