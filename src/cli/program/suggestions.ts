import { editDistance } from '../../util/edit-distance.ts'
import type { VerbEntry } from '../verb.ts'
import { ownGroup } from './groups.ts'

/** The refusal of a word that is no verb, with the verbs that may have been meant. */
export const unknownVerb = (word: string, verbs: readonly VerbEntry[]): string => {
  const names = suggestions(word, verbs)
  const hint = names.length > 0 ? `\n\nDid you mean this?\n${names.map(name => `\t${name}`).join('\n')}` : ''
  return `unknown command "${word}" for "kubectl"${hint}`
}

/**
 * Verbs within two letters of the word, beginning with it, or known to be meant by it, in the order of the list.
 * Those that kubectl has not are named only where nothing of kubectl's is near.
 */
export const suggestions = (word: string, verbs: readonly VerbEntry[]): readonly string[] => {
  const near = verbs.filter(verb => !verb.hidden && isNear(word.toLowerCase(), verb))
  const known = near.filter(({ group }) => group !== ownGroup)
  return (known.length > 0 ? known : near).map(({ name }) => name)
}

const isNear = (word: string, { name, suggestFor = [] }: VerbEntry): boolean =>
  editDistance(word, name) <= 2 || name.startsWith(word) || suggestFor.some(other => other.toLowerCase() === word)
