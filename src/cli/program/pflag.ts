import type { Command, Option } from 'commander'
import { goQuote } from '../../util/go-quote.ts'
import { parseBool } from '../../util/go-strconv.ts'
import { FlagError } from '../errors.ts'
import { withGlobalFlags } from './global-flags.ts'

export interface ParsedArgs {
  /** The operands, in order. */
  readonly args: readonly string[]
  /** How many operands stood before `--`; undefined without one. */
  readonly dash: number | undefined
  /** Attribute names of the flags that were typed. */
  readonly given: ReadonlySet<string>
  /** The flags in the order in which they were typed, each as `--name=value`. */
  readonly typed: readonly string[]
}

/**
 * Reads argv by the rules of pflag, whose dialect differs from commander's: `--watch=false`, `-nprod`, `-n=prod`,
 * `-Aw`, flags between operands, optional values only behind `=`. Sets the values on the command, throws FlagError.
 */
export const parseFlags = (command: Command, argv: readonly string[]): ParsedArgs => {
  const queue = [...argv]
  const args: string[] = []
  const given = new Set<string>()
  const typed: string[] = []
  let dash: number | undefined
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') {
      dash = args.length
      args.push(...queue.splice(0))
    } else if (word.startsWith('--')) readLong({ command, given, typed, queue }, word)
    else if (word.startsWith('-') && word !== '-') readShorts({ command, given, typed, queue }, word.slice(1))
    else args.push(word)
  }
  return { args, dash, given, typed }
}

interface Reader {
  readonly command: Command
  readonly given: Set<string>
  readonly typed: string[]
  /** What was not read yet. */
  readonly queue: string[]
}

/** The flag of this long name, with `_` as good as `-`: the verb's own, else the global one. */
export const longOption = (command: Command, name: string): Option | undefined =>
  findOption(command, ({ long }) => long === `--${name.replaceAll('_', '-')}`)

export const shortOption = (command: Command, letter: string): Option | undefined =>
  findOption(command, ({ short }) => short === `-${letter}`)

const findOption = (command: Command, isMeant: (option: Option) => boolean): Option | undefined =>
  command.options.find(isMeant) ?? withGlobalFlags(command).options.find(isMeant)

/** Whether the flag takes the next word as its value. */
export const takesValue = (option: Option): boolean => option.required

const readLong = (reader: Reader, word: string): void => {
  const equals = word.indexOf('=')
  const name = word.slice(2, equals < 0 ? undefined : equals)
  if (name === '' || name.startsWith('-')) throw new FlagError(`bad flag syntax: ${word}`)
  const option = longOption(reader.command, name)
  if (!option) throw new FlagError(`unknown flag: --${name}`)
  if (equals >= 0) set(reader, option, word.slice(equals + 1))
  else if (takesValue(option)) set(reader, option, nextWord(reader, `--${name}`))
  else set(reader, option, impliedValue(option))
}

const readShorts = (reader: Reader, letters: string): void => {
  const [letter = ''] = letters
  const rest = letters.slice(letter.length)
  const option = shortOption(reader.command, letter)
  if (!option) throw new FlagError(`unknown shorthand flag: '${letter}' in -${letters}`)
  if (rest.length > 1 && rest.startsWith('=')) set(reader, option, rest.slice(1))
  else if (takesValue(option)) set(reader, option, rest || nextWord(reader, `'${letter}' in -${letters}`))
  else {
    set(reader, option, impliedValue(option))
    if (rest !== '') readShorts(reader, rest)
  }
}

const nextWord = ({ queue }: Reader, flag: string): string => {
  const word = queue.shift()
  if (word === undefined) throw new FlagError(`flag needs an argument: ${flag}`)
  return word
}

/** What a flag means that stands without a value. */
const impliedValue = ({ presetArg }: Option): string => (typeof presetArg === 'string' ? presetArg : 'true')

const set = ({ command, given, typed }: Reader, option: Option, text: string): void => {
  const name = option.attributeName()
  const previous: unknown = given.has(name) ? command.getOptionValue(name) : undefined
  command.setOptionValueWithSource(name, read(option, text, previous), 'cli')
  given.add(name)
  typed.push(`${option.long}=${text}`)
}

const read = (option: Option, text: string, previous: unknown): unknown => {
  try {
    if (option.parseArg) return (option.parseArg as (text: string, previous: unknown) => unknown)(text, previous)
    return option.isBoolean() ? parseBool(text) : text
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new FlagError(`invalid argument ${goQuote(text)} for ${goQuote(title(option))} flag: ${why}`)
  }
}

const title = ({ short, long }: Option): string => (short ? `${short}, ${long}` : `${long}`)
