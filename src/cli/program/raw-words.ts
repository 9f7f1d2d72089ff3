import type { Command } from 'commander'
import { FlagError } from '../errors.ts'
import { longOption, type ParsedArgs, shortOption, takesValue } from './pflag.ts'

/**
 * Reads argv for a program that has a dialect of its own (`dig -x 10.96.0.1 +short`): only the long flags that the
 * command declares, and -n, are taken out; every other word stays as it was typed.
 */
export const parseRawWords = (command: Command, argv: readonly string[]): ParsedArgs => {
  const queue = [...argv]
  const args: string[] = []
  const given = new Set<string>()
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const [name = '', inline] = splitOnce(word)
    const option =
      name === '-n' ? shortOption(command, 'n') : name.startsWith('--') && longOption(command, name.slice(2))
    if (!option) {
      args.push(word)
      continue
    }
    const value = inline ?? (takesValue(option) ? queue.shift() : 'true')
    if (value === undefined) throw new FlagError(`flag needs an argument: ${name}`)
    command.setOptionValueWithSource(option.attributeName(), option.isBoolean() ? value === 'true' : value, 'cli')
    given.add(option.attributeName())
  }
  return { args, dash: undefined, given, typed: [] }
}

const splitOnce = (word: string): readonly [string, string?] => {
  const equals = word.indexOf('=')
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)]
}
