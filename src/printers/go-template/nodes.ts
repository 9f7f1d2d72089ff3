import { goQuote } from '../../util/go-quote.ts'
import type { Float } from '../../util/json-number.ts'
import type { Int } from './values.ts'

interface At {
  readonly at: number
}

export type Operand =
  | (At & { readonly kind: 'dot' | 'nil' })
  | (At & { readonly kind: 'bool'; readonly value: boolean })
  | (At & { readonly kind: 'number'; readonly text: string; readonly value: number | Int | Float })
  | (At & { readonly kind: 'string'; readonly text: string; readonly value: string })
  | (At & { readonly kind: 'field'; readonly path: readonly string[] })
  | (At & { readonly kind: 'variable'; readonly name: string; readonly path: readonly string[] })
  | (At & { readonly kind: 'chain'; readonly node: Operand; readonly path: readonly string[] })
  | (At & { readonly kind: 'function'; readonly name: string })
  | Pipe

export interface Command extends At {
  readonly kind: 'command'
  readonly args: readonly Operand[]
}

export interface Pipe extends At {
  readonly kind: 'pipe'
  readonly variables: readonly string[]
  readonly assigns: boolean
  readonly commands: readonly Command[]
}

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | (At & { readonly kind: 'action'; readonly pipe: Pipe })
  | Branch
  | Range
  | (At & { readonly kind: 'template'; readonly name: string; readonly pipe?: Pipe })
  | { readonly kind: 'break' | 'continue' }

export interface Branch extends At, Branches {
  readonly kind: 'if' | 'with'
  readonly pipe: Pipe
}

export interface Range extends At, Branches {
  readonly kind: 'range'
  readonly pipe: Pipe
}

export interface Branches {
  readonly body: readonly Node[]
  readonly otherwise?: readonly Node[]
}

/** Any part of a template that an error can point to. */
export type Place = Operand | Command | Exclude<Node, { kind: 'text' | 'break' | 'continue' }>

/** A part of a template as Go writes it in an error. */
export const nodeText = (node: Place): string => {
  if (node.kind === 'command') return node.args.map(argumentText).join(' ')
  if (node.kind === 'pipe') return pipeText(node)
  if (node.kind === 'template') return `{{template ${goQuote(node.name)}${node.pipe ? ` ${pipeText(node.pipe)}` : ''}}}`
  if (node.kind === 'action') return `{{${pipeText(node.pipe)}}}`
  if ('body' in node) return `{{${node.kind} ${pipeText(node.pipe)}}}`
  return operandText(node)
}

const pipeText = ({ variables, assigns, commands }: Pipe): string => {
  const target = variables.length > 0 ? `${variables.join(', ')} ${assigns ? '=' : ':='} ` : ''
  return target + commands.map(nodeText).join(' | ')
}

const argumentText = (node: Operand): string => (node.kind === 'pipe' ? `(${pipeText(node)})` : nodeText(node))
const pathText = (path: readonly string[]): string => path.map(name => `.${name}`).join('')

const operandText = (node: Exclude<Operand, { kind: 'pipe' }>): string => {
  switch (node.kind) {
    case 'dot':
      return '.'
    case 'nil':
      return 'nil'
    case 'bool':
      return String(node.value)
    case 'number':
    case 'string':
      return node.text
    case 'function':
      return node.name
    case 'field':
      return pathText(node.path)
    case 'variable':
      return node.name + pathText(node.path)
    case 'chain':
      return argumentText(node.node) + pathText(node.path)
  }
}
