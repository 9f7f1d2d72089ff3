import { Failure } from '../../../errors.ts'

/** Reads `key=value` and `key-`. Throws over other words. */
export const parsePairs = (
  words: readonly string[],
  flag: string,
): { readonly set: Readonly<Record<string, string>>; readonly remove: readonly string[] } => {
  const wrong = words.filter(word => word.indexOf('=') < 1 && !(word.endsWith('-') && word !== '-'))
  if (wrong.length > 0) throw new Failure(`invalid ${flag} format: ${wrong.join(', ')}`)
  const pairs = words.filter(word => word.includes('=')).map(word => [...splitPair(word)] as const)
  return {
    set: Object.fromEntries(pairs),
    remove: words.filter(word => !word.includes('=')).map(word => word.slice(0, -1)),
  }
}

const splitPair = (word: string): readonly [string, string] => {
  const equals = word.indexOf('=')
  return [word.slice(0, equals), word.slice(equals + 1)]
}
