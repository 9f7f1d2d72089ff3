import { compareBytes } from '../../util/compare.ts'
import { type LoadedVerb, loadVerb } from '../program/command.ts'
import { verbNamed } from '../program/find-verb.ts'
import { program } from '../program/program.ts'
import type { Context, VerbEntry } from '../verb.ts'
import { flagNames, flagValues, requiredFlags } from './flags.ts'
import { operandSuggestions } from './operands.ts'
import { type FlagValue, scanFlags, type Typed } from './scan.ts'
import { type Completion, only } from './suggestion.ts'

/** What may stand in the place of the last word, after those before it. */
export const complete = async (words: readonly string[], context: Context): Promise<Completion> => {
  const [before, last] = [words.slice(0, -1), words.at(-1) ?? '']
  let found = await loadVerb([], program(context.verbs))
  let typed = scanFlags(before, found)
  for (let next = await below(found, typed.operands); next; next = await below(found, typed.operands)) {
    found = next
    typed = withoutVerb(scanFlags(before, found), found)
  }
  const all = await allSuggestions({ found, typed, last }, context)
  const prefix = typed.open ? last : (inlineValue(last)?.text ?? last)
  const isFilter = all.directive === 'ShellCompDirectiveFilterFileExt'
  const fitting = all.suggestions.filter(({ word }) => isFilter || word.startsWith(prefix))
  return { ...all, suggestions: fitting }
}

interface Place {
  readonly found: LoadedVerb
  readonly typed: Typed
  readonly last: string
}

const allSuggestions = async ({ found, typed, last }: Place, context: Context): Promise<Completion> => {
  const open: FlagValue | undefined = typed.open ?? (typed.isEnded ? undefined : inlineValue(last))
  if (open) return flagValues(open.name, { found, typed }, context)
  if (last.startsWith('-') && !typed.isEnded) return only(flagNames(found, typed))
  const { verbs = [] } = found.verb
  if (typed.operands.length === 0 && verbs.length > 0) {
    const shown = verbs.filter(({ hidden }) => !hidden).toSorted(byName)
    return only(shown.map(({ name, summary }) => ({ word: name, summary })))
  }
  const { suggestions, directive } = await operandSuggestions({ found, typed, last }, context)
  return { directive, suggestions: [...requiredFlags(found, typed), ...suggestions] }
}

const byName = (left: VerbEntry, right: VerbEntry): number => compareBytes(left.name, right.name)

/** `--name=text`, whose value is being typed. */
const inlineValue = (word: string): FlagValue | undefined => {
  const [, name, text = ''] = /^--([^=]+)=(.*)$/s.exec(word) ?? []
  return name === undefined ? undefined : { name, text }
}

const below = async ({ path, verb }: LoadedVerb, operands: readonly string[]): Promise<LoadedVerb | undefined> => {
  const [word] = operands
  const entry = word === undefined ? undefined : verbNamed(verb.verbs ?? [], word)
  return entry && loadVerb([...path, entry.name], entry)
}

// The words that led to the verb are no operands of it.
const withoutVerb = (typed: Typed, { path }: LoadedVerb) => ({
  ...typed,
  operands: typed.operands.slice(path.length),
})
