import { compareUtf8 } from '../../util/compare.ts'
import { goQuote } from '../../util/go-quote.ts'
import { isMap } from '../../util/go-value.ts'
import { evaluatePipe } from './evaluate-pipe.ts'
import type { Branch, Node, Range } from './nodes.ts'
import type { Template } from './parse.ts'
import { type Cell, type RunOptions, Scope } from './scope.ts'
import { Int, isTrue, kindOf, toNumber, valueText } from './values.ts'

/** Runs a template on a value. What was written before a fault stays written; the fault is a TemplateError. */
export const runTemplate = (template: Template, data: unknown, options: RunOptions): void => {
  const scope = new Scope(template, options, { name: 'output', depth: 0 })
  const dot = { value: data, boxed: false }
  scope.declare('$', dot)
  walkAll(template.body, dot, scope)
}

type Signal = 'break' | 'continue' | undefined

const walkAll = (nodes: readonly Node[], dot: Cell, scope: Scope): Signal => {
  for (const node of nodes) {
    const signal = walk(node, dot, scope)
    if (signal) return signal
  }
  return undefined
}

const walk = (node: Node, dot: Cell, scope: Scope): Signal => {
  if (node.kind === 'text') scope.write(node.text)
  else if (!('at' in node)) return node.kind
  else if (node.kind === 'action') walkAction(node, dot, scope)
  else if (node.kind === 'template') walkTemplate(node, dot, scope)
  else return scope.block(() => (node.kind === 'range' ? walkRange(node, dot, scope) : walkBranch(node, dot, scope)))
  return undefined
}

const walkAction = (node: Node & { kind: 'action' }, dot: Cell, scope: Scope): void => {
  scope.at(node)
  const value = evaluatePipe(node.pipe, dot, scope)
  if (node.pipe.variables.length === 0) scope.write(kindOf(value) === 'invalid' ? '<no value>' : valueText(value))
}

const walkTemplate = (node: Node & { kind: 'template' }, dot: Cell, scope: Scope): void => {
  scope.at(node)
  const body = scope.template.defined.get(node.name)
  if (!body) scope.fail(`template ${goQuote(node.name)} not defined`)
  const inner = scope.inside(node.name)
  const value = node.pipe ? evaluatePipe(node.pipe, dot, scope) : undefined
  const cell = { value, boxed: false }
  inner.declare('$', cell)
  walkAll(body, cell, inner)
}

const walkBranch = (node: Branch, dot: Cell, scope: Scope): Signal => {
  scope.at(node)
  const value = evaluatePipe(node.pipe, dot, scope)
  if (!isTrue(value)) return walkAll(node.otherwise ?? [], dot, scope)
  return walkAll(node.body, node.kind === 'with' ? { value, boxed: false } : dot, scope)
}

const walkRange = (node: Range, dot: Cell, scope: Scope): Signal => {
  scope.at(node)
  const value = evaluatePipe(node.pipe, dot, scope)
  const rounds = roundsOf(value, node, scope)
  if (rounds.length === 0) return walkAll(node.otherwise ?? [], dot, scope)
  const [first, second] = node.pipe.variables
  for (const [key, item] of rounds) {
    const element = { value: item, boxed: kindOf(value) !== 'int' }
    if (second !== undefined) {
      scope.assign(first ?? '', { value: key, boxed: false })
      scope.assign(second, element)
    } else if (first !== undefined) scope.assign(first, element)
    if (scope.block(() => walkAll(node.body, element, scope)) === 'break') break
  }
  return undefined
}

const roundsOf = (value: unknown, { pipe }: Range, scope: Scope): readonly [unknown, unknown][] => {
  const kind = kindOf(value)
  if (Array.isArray(value)) return value.map((item, index) => [new Int(index), item])
  if (kind === 'map' && isMap(value)) return Object.entries(value).sort(([left], [right]) => compareUtf8(left, right))
  if (kind === 'invalid') return []
  if (kind !== 'int') return scope.fail(`range can't iterate over ${valueText(value)}`)
  if (pipe.variables.length > 1) {
    return scope.fail(`can't use ${valueText(value)} to iterate over more than one variable`)
  }
  const count = Math.max(0, Number(toNumber(value)))
  return Array.from({ length: count }, (_, index) => [undefined, value instanceof Int ? new Int(index) : index])
}
