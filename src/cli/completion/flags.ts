import type { Option } from 'commander'
import { objectFormats, tableFormats, usageOf } from '../output/printing.ts'
import type { LoadedVerb } from '../program/command.ts'
import { withGlobalFlags } from '../program/global-flags.ts'
import type { Context } from '../verb.ts'
import { configNames } from './config-names.ts'
import { containerSuggestions, objectNames } from './live.ts'
import type { Typed } from './scan.ts'
import { type Completion, filesOnly, manifestFiles, only, type Suggestion, words } from './suggestion.ts'

/**
 * The flags that may come next: those that must be there, as long as one is missing; else the global ones and the verb's,
 * but for those that stand there.
 */
export const flagNames = (found: LoadedVerb, typed: Typed): readonly Suggestion[] => {
  const required = requiredFlags(found, typed)
  if (required.length > 0) return required
  const { command } = found
  const own = new Set(command.options)
  const offered = withGlobalFlags(command).options.filter(option => !option.hidden && mayCome(option, typed))
  return [...offered.filter(option => !own.has(option)), ...offered.filter(option => own.has(option))].flatMap(both)
}

/** The flags that a verb must have, and has not yet. */
export const requiredFlags = ({ command }: LoadedVerb, { values }: Typed): readonly Suggestion[] =>
  command.options.filter(option => option.mandatory && !values.has(nameOf(option))).flatMap(long)

// Lists may be given again.
const mayCome = (option: Option, { values }: Typed): boolean =>
  !values.has(nameOf(option)) || Array.isArray(option.defaultValue)

const nameOf = (option: Option): string => option.long?.slice(2) ?? ''

const long = (option: Option): readonly Suggestion[] =>
  option.long ? [{ word: option.long, summary: option.description }] : []

const both = (option: Option): readonly Suggestion[] => [
  ...long(option),
  ...(option.short ? [{ word: option.short, summary: option.description }] : []),
]

/** Flags whose values are always the same. */
const values: Readonly<Record<string, readonly string[]>> = {
  cascade: ['background', 'foreground', 'orphan'],
  color: ['always', 'auto', 'never'],
  'dry-run': ['client', 'none', 'server'],
  'load-restrictor': ['LoadRestrictionsNone', 'LoadRestrictionsRootOnly'],
  subresource: ['status', 'scale', 'resize'],
}

interface Given {
  readonly found: LoadedVerb
  readonly typed: Typed
}

/** What the value of a flag may be. */
export const flagValues = async (name: string, { found, typed }: Given, context: Context): Promise<Completion> => {
  if (name === 'namespace') return only(await objectNames('namespaces', { typed }, context))
  if (name === 'container') return only(await containerSuggestions(typed, context))
  if (name === 'context' || name === 'cluster' || name === 'user') return only(await configNames(name, typed, context))
  if (name === 'output' && found.command.options.some(({ long }) => long === '--template')) {
    return only(words(usageOf(found.path[0] === 'get' ? tableFormats : objectFormats).split('|')))
  }
  if (name === 'filename') return manifestFiles
  if (name === 'clusterrole') return only(await objectNames('clusterroles', { typed }, context))
  const fixed = values[name]
  if (fixed) return only(words(fixed))
  return filesOnly
}
