import type { EnvVar } from '../../../api/generated/types.ts'
import { isEnvName } from '../../../api/validation/keys.ts'
import { goQuote } from '../../../util/go-quote.ts'
import { Failure } from '../../errors.ts'

/** Variables to set and names to take away. */
export interface EnvChanges {
  readonly set: readonly EnvVar[]
  readonly remove: readonly string[]
}

/** Parts operands into what names objects and `NAME=VALUE`, `NAME-`, `-` (variables on standard input). */
export const splitEnvironment = (
  args: readonly string[],
): { readonly resources: readonly string[]; readonly changes: readonly string[] } => {
  const isChange = (word: string): boolean => /^.+=/s.test(word) || word.endsWith('-')
  const first = args.findIndex(isChange)
  if (first < 0) return { resources: args, changes: [] }
  if (!args.slice(first).every(isChange)) {
    throw new Failure(`all resources must be specified before environment changes: ${args.join(' ')}`)
  }
  return { resources: args.slice(0, first), changes: args.slice(first) }
}

/** What the words say; `stdin` is the text that `-` stands for. */
export const parseChanges = (words: readonly string[], stdin: string): EnvChanges => {
  const set = words.flatMap(word => {
    if (word === '-') return stdin.split('\n').flatMap(stdinLine)
    return word.includes('=') ? [parsePair(word)] : []
  })
  const removing = words.filter(word => word !== '-' && !word.includes('='))
  const strange = removing.find(word => !word.endsWith('-'))
  if (strange !== undefined) throw new Failure(`unknown environment variable: ${strange}`)
  const remove = removing.map(word => word.slice(0, -1))
  const typed = new Set(words.filter(word => word.includes('=')).map(word => word.slice(0, word.indexOf('='))))
  if (remove.some(name => typed.has(name))) {
    throw new Failure('can not both modify and remove the same environment variable in the same command')
  }
  return { set, remove }
}

const parsePair = (pair: string): EnvVar => {
  const equals = pair.indexOf('=')
  const name = pair.slice(0, equals)
  const faults = isEnvName(name)
  if (faults.length > 0) throw new Failure(`${goQuote(name)} is not a valid key name: ${faults.join(';')}`)
  return { name, value: pair.slice(equals + 1) }
}

// Comments go on to the end of the line.
const stdinLine = (line: string): readonly EnvVar[] => {
  const [text = ''] = line.split('#')
  const equals = text.indexOf('=')
  return equals < 0 ? [] : [{ name: text.slice(0, equals), value: text.slice(equals + 1) }]
}

/** The variables as they shall be: those that are set in the place of what they replace, new ones behind. */
export const updatedEnv = (old: readonly EnvVar[], { set, remove }: EnvChanges): readonly EnvVar[] => {
  const covered = new Set(remove)
  const result: EnvVar[] = []
  const add = (variable: EnvVar): void => {
    covered.add(variable.name)
    result.push(variable)
  }
  for (const variable of old) {
    if (covered.has(variable.name)) continue
    const newer = set.find(({ name }) => name === variable.name)
    if (newer) add(newer)
    else result.push(variable)
  }
  for (const variable of set) if (!covered.has(variable.name)) add(variable)
  return result
}
