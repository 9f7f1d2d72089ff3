import type { Command, Script } from './syntax.ts'

type FunctionDef = Extract<Command, { type: 'FunctionDef' }>

const mark = '__shown_'

/** The name under which a function prints as it goes: it stands beside the one whose output somebody else reads. */
export const shownName = (name: string): string => mark + name

/** A text in which functions have their own names. */
export const withOwnNames = (text: string): string => text.replaceAll(mark, '')

/** The functions that a script makes, wherever it does so. */
export const functionsOf = (script: Script): ReadonlySet<string> => {
  const names = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && value.type === 'FunctionDef') names.add((value as FunctionDef).name)
    for (const part of Object.values(value)) look(part)
  }
  look(script.statements)
  return names
}

/** The same call of the function that prints as it goes; undefined where it is none of these functions. */
export const shownCall = (command: Command, functions: ReadonlySet<string>): Command | undefined => {
  if (command.type !== 'SimpleCommand' || command.redirections.length > 0) return undefined
  const [part, ...others] = command.name?.parts ?? []
  if (others.length > 0 || part?.type !== 'Literal' || !functions.has(part.value)) return undefined
  return { ...command, name: { type: 'Word', parts: [{ type: 'Literal', value: shownName(part.value) }] } }
}
