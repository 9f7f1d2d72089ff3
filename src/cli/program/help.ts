import type { Command, Option } from 'commander'
import type { VerbEntry } from '../verb.ts'
import type { LoadedVerb } from './command.ts'
import { declaresGlobally } from './global-flags.ts'
import { groups, ownGroup } from './groups.ts'

const tip = 'Use "kubectl options" for a list of global command-line options (applies to all commands).\n'

/** The help of a verb, in kubectl's form. */
export const verbHelp = ({ path, entry, verb, command }: LoadedVerb): string => {
  const name = ['kubectl', ...path].join(' ')
  const { verbs = [] } = verb
  const sections = [
    describe(verb.title ?? entry.summary, verb.description),
    entry.aliases?.length ? `Aliases:\n${[entry.name, ...entry.aliases].join(', ')}\n` : '',
    verb.examples ? `Examples:\n${indent(verb.examples)}\n` : '',
    verbs.length > 0 ? `Available Commands:\n${listVerbs(verbs, verbs)}` : '',
    flagsHelp(
      'Options:',
      command.options.filter(option => !declaresGlobally(option)),
    ),
    `Usage:\n  ${usageLine(name, verb.usage)}\n`,
    (verbs.length > 0 ? `Use "${name} <command> --help" for more information about a given command.\n` : '') + tip,
  ]
  return sections.filter(Boolean).join('\n')
}

const usageLine = (name: string, usage: string): string =>
  [name, usage, ...(usage.includes('[options]') ? [] : ['[options]'])].filter(Boolean).join(' ')

/** The groups of all verbs, and how to go on from there; `all` has the verbs among them that kubectl has not. */
export const programUsage = (verbs: readonly VerbEntry[], { all }: { readonly all: boolean }): string => {
  const listed = verbs.filter(({ hidden, group }) => !hidden && (all || group !== ownGroup))
  const shown = groups.filter(({ name }) => name === 'plugins' || listed.some(({ group }) => group === name))
  const blocks = shown.map(
    ({ name, title }) =>
      `${title}\n${listVerbs(
        listed.filter(({ group }) => group === name),
        listed,
      )}`,
  )
  const more = 'Use "kubectl <command> --help" for more information about a given command.\n'
  return `${blocks.join('\n')}\nUsage:\n  kubectl [flags] [options]\n\n${more}${tip}`
}

/** Flags, each with its default and below it what it means. */
export const flagsHelp = (title: string, options: readonly Option[]): string => {
  const shown = options
    .filter(({ hidden }) => !hidden)
    .toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1))
  return shown.length > 0 ? `${title}\n${shown.map(flagHelp).join('\n')}` : ''
}

export const globalFlagsHelp = (command: Command): string =>
  flagsHelp('The following options can be passed to any command:\n', command.options)

const flagHelp = (option: Option): string => {
  const names = option.short ? `${option.short}, ${option.long}` : option.long
  return `    ${names}=${defaultText(option)}:\n\t${option.description}\n`
}

const nameOf = ({ long }: Option): string => long ?? ''

const defaultText = (option: Option): string => {
  if (option.defaultValueDescription !== undefined) return option.defaultValueDescription
  const value: unknown = option.defaultValue
  if (value === undefined) return option.isBoolean() ? 'false' : (zeroOf(option) ?? "''")
  const { parseArg } = option
  if (parseArg && 'show' in parseArg && typeof parseArg.show === 'function') return String(parseArg.show(value))
  if (Array.isArray(value)) return `[${value.join(',')}]`
  return typeof value === 'string' ? `'${value}'` : String(value)
}

const zeroOf = ({ parseArg }: Option): string | undefined =>
  parseArg && 'zero' in parseArg && typeof parseArg.zero === 'string' ? parseArg.zero : undefined

const describe = (summary: string, description: string | undefined): string => {
  const paragraphs = description ? description.trim().split('\n\n') : []
  return [`${summary}.\n`, ...paragraphs.map(text => ` ${text}\n`)].join('\n')
}

const indent = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map(each => `  ${each}`)
    .join('\n')

// kubectl's columns: as wide as the longest name of the whole list, at least eleven, and three blanks.
const listVerbs = (verbs: readonly VerbEntry[], all: readonly VerbEntry[]): string => {
  const width = Math.max(11, ...all.map(({ name }) => name.length)) + 3
  return verbs
    .filter(({ hidden }) => !hidden)
    .map(({ name, summary }) => `  ${name.padEnd(width)}${summary}\n`)
    .join('')
}
