import type { Command, Pipeline, Redirection, Script, Statement } from './syntax.ts'

/** Where what a script prints goes, by descriptor. */
export const outDevice = '/dev/pts/1'
export const errDevice = '/dev/pts/2'

/**
 * The script with each command that prints for everybody to see writing to a device as soon as it ends: the interpreter
 * would give the output of the whole at its end. What is in pipes, substitutions and functions is as it was.
 */
export const streamed = (script: Script): Script => ({ ...script, statements: script.statements.map(statement) })

const statement = (given: Statement): Statement => ({ ...given, pipelines: given.pipelines.map(pipeline) })
const statements = (given: readonly Statement[]): Statement[] => given.map(statement)

const pipeline = (given: Pipeline): Pipeline => {
  const [command, ...others] = given.commands
  if (!command || command.type === 'FunctionDef') return given
  const entered = others.length === 0 ? inside(command) : undefined
  return { ...given, commands: [entered ?? shown({ ...given, negated: false })] }
}

/** A command with others in it that print one after the other; undefined if it is none. */
const inside = (command: Command): Command | undefined => {
  if ('redirections' in command && command.redirections.length > 0) return undefined
  switch (command.type) {
    case 'If':
      return {
        ...command,
        clauses: command.clauses.map(clause => ({
          ...clause,
          condition: statements(clause.condition),
          body: statements(clause.body),
        })),
        elseBody: command.elseBody && statements(command.elseBody),
      }
    case 'While':
    case 'Until':
      return { ...command, condition: statements(command.condition), body: statements(command.body) }
    case 'For':
    case 'CStyleFor':
    case 'Group':
    case 'Subshell':
      return { ...command, body: statements(command.body) }
    case 'Case':
      return { ...command, items: command.items.map(item => ({ ...item, body: statements(item.body) })) }
    default:
      return undefined
  }
}

/** `{ PIPELINE; } >> OUT 2>> ERR` */
const shown = (inner: Pipeline): Command => ({
  type: 'Group',
  body: [{ type: 'Statement', pipelines: [inner], operators: [], background: false }],
  redirections: [appendTo(1, outDevice), appendTo(2, errDevice)],
})

const appendTo = (fd: number, path: string): Redirection => ({
  type: 'Redirection',
  fd,
  operator: '>>',
  target: { type: 'Word', parts: [{ type: 'Literal', value: path }] },
})
