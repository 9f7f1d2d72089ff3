import type { Command } from 'commander'
import type { VerbEntry } from '../verb.ts'
import { longOption, shortOption, takesValue } from './pflag.ts'

/** A list's verb of this name or alias. */
export const verbNamed = (verbs: readonly VerbEntry[], word: string): VerbEntry | undefined =>
  verbs.find(({ name, aliases = [] }) => name === word || aliases.includes(word))

/**
 * Where the verb stands in argv: the first word that is neither a flag nor a flag's value; -1 if there is none.
 * As cobra does it: of flags not known to the command all are thought to take a value.
 */
export const verbIndex = (argv: readonly string[], command: Command): number => {
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (word === '--') return -1
    if (!word.startsWith('-')) {
      if (word !== '') return index
    } else if (swallowsNext(word, command)) {
      if (index + 2 >= argv.length) return -1
      index += 1
    }
  }
  return -1
}

const swallowsNext = (word: string, command: Command): boolean => {
  if (word.includes('=')) return false
  const isLong = word.startsWith('--')
  if (!isLong && word.length !== 2) return false
  const option = isLong ? longOption(command, word.slice(2)) : shortOption(command, word.slice(1))
  return !option || takesValue(option)
}
