import { functionsOf, shownCall, shownName } from './shown-functions.ts'
import type { Command, Pipeline, Redirection, Script, Statement } from './syntax.ts'
import { withoutCat } from './without-cat.ts'

/** Where what a script prints goes, by descriptor. */
export const outDevice = '/dev/pts/1'
export const errDevice = '/dev/pts/2'

/**
 * The script with each command that prints for everybody to see writing to a device as soon as it ends: the interpreter
 * would give the output of the whole at its end. Functions that it makes, or that are known, print so where they are
 * called for everybody to see. What is in other pipes and in substitutions is as it was.
 */
export const streamed = (script: Script, known: ReadonlySet<string> = new Set()): Script => {
  const functions = new Set([...known, ...functionsOf(script)])
  return { ...script, statements: statementsIn(functions)(withoutCat(script).statements) }
}

const statementsIn = (functions: ReadonlySet<string>) => {
  const statements = (given: readonly Statement[]): Statement[] => given.map(statement)

  const statement = (given: Statement): Statement => ({ ...given, pipelines: given.pipelines.map(pipeline) })

  const pipeline = (given: Pipeline): Pipeline => {
    const [command, ...others] = given.commands
    if (!command) return given
    if (command.type === 'FunctionDef') return { ...given, commands: [withShown(command), ...others] }
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
        return told(shownCall(command, functions))
    }
  }

  /** A function, and beside it the one that prints as it goes. */
  const withShown = (made: Extract<Command, { type: 'FunctionDef' }>): Command => {
    const body = made.redirections.length > 0 ? undefined : inside(made.body)
    if (!body) return made
    const other = { ...made, name: shownName(made.name), body: body as typeof made.body }
    return { type: 'Group', body: [alone(made), alone(other)], redirections: [] }
  }

  return statements
}

/** `{ CALL; } 2>> ERR`: that there is no such function is said by the interpreter itself. */
const told = (call: Command | undefined): Command | undefined =>
  call && { type: 'Group', body: [alone(call)], redirections: [appendTo(2, errDevice)] }

const alone = (command: Command): Statement => ({
  type: 'Statement',
  pipelines: [{ type: 'Pipeline', commands: [command], negated: false }],
  operators: [],
  background: false,
})

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
