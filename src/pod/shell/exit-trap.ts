import { type Command, parseScript, type Script, type Statement } from './syntax.ts'

/** Where a script with a trap for its end goes to. */
const leave = '__kubesim_leave'
const kept = '__kubesim_at_exit'
const status = '__kubesim_status'

/**
 * The script with `trap COMMANDS EXIT`, which the interpreter does not know, done: the commands run where the script ends
 * or `exit` ends it. One without such a trap is as it was.
 */
export const withExitTrap = (script: Script): Script => {
  if (!contains(script, isExitTrap)) return script
  const leaving = `${leave}() { ${status}=\${1:-$?}; eval "\${${kept}-}"; builtin exit $${status}; }`
  return {
    ...script,
    statements: [...parseScript(leaving).statements, ...statementsOf(script), ...parseScript(leave).statements],
  }
}

type Simple = Extract<Command, { type: 'SimpleCommand' }>

const contains = (value: unknown, is: (command: Simple) => boolean): boolean => {
  if (typeof value !== 'object' || value === null) return false
  return isSimple(value) && is(value) ? true : Object.values(value).some(part => contains(part, is))
}

const isSimple = (value: object): value is Simple => 'type' in value && value.type === 'SimpleCommand'

const statementsOf = ({ statements }: Script): readonly Statement[] => rewritten(statements) as readonly Statement[]

const rewritten = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rewritten)
  if (typeof value !== 'object' || value === null) return value
  if (isSimple(value) && isExitTrap(value)) return keeping(value)
  if (isSimple(value) && wordAt(value.name) === 'exit') return { ...value, name: literal(leave) }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rewritten(part)]))
}

/** `trap COMMANDS … EXIT …`, or 0 for EXIT. */
const isExitTrap = ({ name, args }: Simple): boolean =>
  wordAt(name) === 'trap' && args.length > 1 && args.slice(1).some(word => /^(EXIT|0)$/.test(wordAt(word)))

/** `KEPT=COMMANDS`; `trap - EXIT` takes the trap away. */
const keeping = (command: Simple): Simple => {
  const [commands] = command.args
  const value = commands && wordAt(commands) !== '-' ? commands : literal('')
  return {
    ...command,
    name: null,
    args: [],
    assignments: [{ type: 'Assignment', name: kept, value, append: false, array: null }],
  }
}

type Word = NonNullable<Simple['name']>

const wordAt = (word: Word | null): string => {
  const [part, ...others] = word?.parts ?? []
  return others.length === 0 && part?.type === 'Literal' ? part.value : ''
}

const literal = (value: string): Word => ({ type: 'Word', parts: [{ type: 'Literal', value }] })
