import { goQuote } from '../../util/go-quote.ts'
import { isMap } from '../../util/go-value.ts'
import { functions, type TemplateFunction } from './functions.ts'
import { type Command, nodeText, type Operand, type Pipe } from './nodes.ts'
import type { Cell, Scope } from './scope.ts'
import { TemplateError } from './template-error.ts'
import { isTrue, kindOf, typeOf } from './values.ts'

// What the command before in a pipeline hands on; absent for the first.
interface Final {
  readonly value: unknown
}

/** The value of a pipeline; undefined for nil. Declares or assigns its variables. */
export const evaluatePipe = (pipe: Pipe, dot: Cell, scope: Scope): unknown => {
  scope.at(pipe)
  let final: Final | undefined
  for (const command of pipe.commands) {
    final = { value: evaluateCommand(command, { dot, scope, ...(final ? { final } : {}) }) ?? undefined }
  }
  const cell = { value: final?.value, boxed: false }
  for (const name of pipe.variables) {
    if (pipe.assigns) scope.assign(name, cell)
    else scope.declare(name, cell)
  }
  return cell.value
}

interface Context {
  readonly dot: Cell
  readonly scope: Scope
  readonly final?: Final
}

const evaluateCommand = (command: Command, context: Context): unknown => {
  const [first, ...rest] = command.args
  const { scope, final } = context
  if (first === undefined) return undefined
  if (first.kind === 'function') return callFunction(first, { place: command, args: rest, ...context })
  const hasArguments = rest.length > 0 || final !== undefined
  if (first.kind === 'field' || first.kind === 'chain' || first.kind === 'variable') {
    return evaluatePath(first, { ...context, hasArguments })
  }
  if (first.kind !== 'pipe') scope.at(first)
  if (hasArguments) scope.fail(`can't give argument to non-function ${nodeText(first)}`)
  if (first.kind === 'nil') return scope.fail('nil is not a command')
  return evaluateOperand(first, context)
}

// An argument: a null stays apart from what is missing.
const evaluateOperand = (node: Operand, { dot, scope }: Context): unknown => {
  scope.at(node)
  switch (node.kind) {
    case 'dot':
      return dot.value
    case 'nil':
      return null
    case 'bool':
    case 'number':
    case 'string':
      return node.value
    case 'pipe':
      return evaluatePipe(node, dot, scope)
    case 'function':
      return callFunction(node, { place: node, args: [], dot, scope })
    default:
      return evaluatePath(node, { dot, scope, hasArguments: false })
  }
}

type PathNode = Operand & { kind: 'field' | 'chain' | 'variable' }

const evaluatePath = (node: PathNode, context: Context & { hasArguments: boolean }): unknown => {
  const { scope, hasArguments } = context
  scope.at(node)
  const start = startOf(node, context)
  if (node.path.length === 0) {
    if (hasArguments) scope.fail(`can't give argument to non-function ${nodeText(node)}`)
    return start.value
  }
  let cell = start
  for (const [index, name] of node.path.entries()) {
    const last = index === node.path.length - 1
    cell = { value: readField(cell, name, { scope, hasArguments: last && hasArguments }), boxed: true }
  }
  return cell.value
}

const startOf = (node: PathNode, context: Context): Cell => {
  if (node.kind === 'field') return context.dot
  if (node.kind === 'variable') return context.scope.read(node.name)
  if (node.node.kind === 'nil') return context.scope.fail(`nil pointer in ${nodeText(node)}`)
  return { value: evaluateOperand(node.node, context), boxed: false }
}

const readField = (
  { value, boxed }: Cell,
  name: string,
  { scope, hasArguments }: { scope: Scope; hasArguments: boolean },
): unknown => {
  const { allowMissingKeys } = scope.options
  if (value === undefined)
    return allowMissingKeys ? undefined : scope.fail(`nil data; no entry for key ${goQuote(name)}`)
  if (value === null) return scope.fail(`nil pointer evaluating interface {}.${name}`)
  if (kindOf(value) !== 'map' || !isMap(value)) {
    return scope.fail(`can't evaluate field ${name} in type ${boxed ? 'interface {}' : typeOf(value)}`)
  }
  if (hasArguments) scope.fail(`${name} is not a method but has arguments`)
  if (Object.hasOwn(value, name)) return value[name]
  return allowMissingKeys ? undefined : scope.fail(`map has no entry for key ${goQuote(name)}`)
}

interface Call extends Context {
  /** What an error points to: the whole command, or the name that stands alone as an argument. */
  readonly place: Command | Operand
  readonly args: readonly Operand[]
}

const callFunction = (named: Operand & { kind: 'function' }, call: Call): unknown => {
  const { name } = named
  const { scope, place, args, final } = call
  scope.at(named)
  const known = functions[name]
  if (!known) return scope.fail(`${goQuote(name)} is not a defined function`)
  checkCount(name, known, call)
  if (name === 'and' || name === 'or') return shortCircuit(name === 'or', call)
  const values = args.map((arg, index) => readArgument(arg, known, { index, call }))
  const all = final ? [...values, final.value] : values
  if (known.takesString && final && values.length === 0) checkString(final.value, scope)
  try {
    return known.call(all, args.map(nodeText))
  } catch (error) {
    scope.at(place)
    if (error instanceof TemplateError) scope.fail(`error calling ${name}: ${error.message}`)
    throw error
  }
}

const checkCount = (name: string, known: TemplateFunction, { args, final, scope }: Call): void => {
  const count = args.length + (final ? 1 : 0)
  if (known.variadic ? count >= known.fixed : count === known.fixed) return
  const wanted = known.variadic ? `at least ${known.fixed}` : String(known.fixed)
  scope.fail(`wrong number of args for ${name}: want ${wanted} got ${known.variadic ? args.length : count}`)
}

const shortCircuit = (wanted: boolean, call: Call): unknown => {
  let value: unknown
  for (const arg of call.args) {
    value = evaluateOperand(arg, call)
    if (isTrue(value) === wanted) return value
  }
  return call.final ? call.final.value : value
}

const readArgument = (
  node: Operand,
  known: TemplateFunction,
  { index, call }: { index: number; call: Call },
): unknown => {
  const { scope } = call
  if (known.takesString && index === 0) {
    scope.at(node)
    if (node.kind === 'nil') scope.fail('cannot assign nil to string')
    if (node.kind === 'bool' || node.kind === 'number') scope.fail(`expected string; found ${nodeText(node)}`)
    return checkString(evaluateOperand(node, call), scope)
  }
  return evaluateOperand(node, call)
}

const checkString = (value: unknown, scope: Scope): unknown => {
  if (value === undefined) scope.fail('invalid value; expected string')
  if (typeof value !== 'string')
    scope.fail(`wrong type for value; expected string; got ${value === null ? 'interface {}' : typeOf(value)}`)
  return value
}
