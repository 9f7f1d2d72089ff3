import { hiddenProgram } from './hidden-programs.ts'
import { parseScript, type Script, type Statement } from './syntax.ts'

/** Tells with its status whether somebody has interrupted; `giveStatus N` ends with N. */
export const isStopped = hiddenProgram('stopped')
export const giveStatus = hiddenProgram('give')

/** The status of what was interrupted by Ctrl-C. */
export const interruptedStatus = 130

/**
 * The script of a function that returns at the next statement once somebody interrupts: a look before each statement
 * that others stand before, and at the start of each turn of a loop. The status is as it was.
 */
export const interruptible = (script: Script): Script => looking(script) as Script

const looking = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) {
    const parts = value.map(part => looking(part))
    return isStatements(value) && (key === 'body' || key === 'statements') ? withLooks(parts as Statement[]) : parts
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, looking(part, name)]))
}

const isStatements = (value: readonly unknown[]): boolean =>
  (value[0] as { readonly type?: string } | undefined)?.type === 'Statement'

const withLooks = (statements: readonly Statement[]): readonly Statement[] =>
  statements.flatMap(statement => [...look(), statement])

let known: readonly Statement[] | undefined
const look = (): readonly Statement[] => {
  known ??= parseScript(`__status=$?; ${isStopped} && return ${interruptedStatus}; ${giveStatus} $__status`).statements
  return known
}
