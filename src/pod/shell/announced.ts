import { hiddenProgram } from './hidden-programs.ts'
import { outDevice } from './streamed.ts'
import { type Command, parseScript, type Script, type Statement } from './syntax.ts'

/** Says that the next program may print as it goes: nobody but the terminal reads what it prints. Keeps `$?`. */
export const announcement = hiddenProgram('shown')

// Programs that print over a time, those that run others, and who looks whether it prints to a terminal.
const lasting = new Set(['ls', 'ping', 'ping6', 'watch', 'tail', 'sh', 'bash', 'ash', 'dash'])

/** The streamed script in which each program that lasts is announced, where it prints for everybody to see. */
export const announced = (script: Script): Script => walked(script) as Script

const walked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(walked)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walked(part)])) as object
  return isShownLasting(copy as Command) ? { ...copy, body: [...announce(), ...(copy as Group).body] } : copy
}

type Group = Extract<Command, { type: 'Group' }>

/** Whether it is `{ PROGRAM …; } >> OUT`, as streamed() makes it, and nothing else runs before the program does. */
const isShownLasting = (command: Command): boolean => {
  if (command.type !== 'Group' || !isToTerminal(command)) return false
  const [statement, ...others] = command.body
  const [only, ...piped] = statement?.pipelines[0]?.commands ?? []
  if (others.length + piped.length > 0 || only?.type !== 'SimpleCommand' || only.redirections.length > 0) return false
  return lasting.has(nameOf(only)) && !JSON.stringify(only).includes('Substitution')
}

const isToTerminal = ({ redirections }: Group): boolean => {
  const target = redirections[0]?.target
  const [part] = target && 'parts' in target ? target.parts : []
  return part?.type === 'Literal' && part.value === outDevice
}

const nameOf = ({ name }: Extract<Command, { type: 'SimpleCommand' }>): string => {
  const [part, ...others] = name?.parts ?? []
  const isPlain = others.length === 0 && (part?.type === 'Literal' || part?.type === 'SingleQuoted')
  return isPlain ? part.value.replace(/^.*\//, '') : ''
}

const announce = (): readonly Statement[] => parseScript(`${announcement} $?`).statements
