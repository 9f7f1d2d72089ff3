import { goQuote } from '../../util/go-quote.ts'
import { goUnquote } from '../../util/go-unquote.ts'
import type { TokenKind } from './lex.ts'
import { type Command, nodeText, type Operand, type Pipe } from './nodes.ts'
import { parseNumber } from './number.ts'
import type { TokenReader } from './token-reader.ts'

/** Reads a pipeline up to its end, `}}` or `)`. `context` names it in errors. */
export const parsePipe = (reader: TokenReader, context: string, end: TokenKind): Pipe => {
  const { at } = reader.peekNonSpace()
  const { variables, assigns } = readTargets(reader, context)
  const commands: Command[] = []
  for (;;) {
    const token = reader.peekNonSpace()
    if (token.kind === end) {
      reader.nextNonSpace()
      checkStages(reader, commands, context)
      return { kind: 'pipe', at, variables, assigns, commands }
    }
    if (!startsOperand.has(token.kind)) reader.unexpected(reader.nextNonSpace(), context)
    commands.push(readCommand(reader))
  }
}

const startsOperand = new Set<TokenKind>([
  'bool',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'string',
  'variable',
  '(',
])

const readTargets = (reader: TokenReader, context: string): { variables: readonly string[]; assigns: boolean } => {
  const variables: string[] = []
  while (reader.peekNonSpace().kind === 'variable') {
    const { place } = reader
    const { text } = reader.next()
    const following = reader.peekNonSpace()
    if (following.kind === 'assign' || following.kind === 'declare') {
      reader.next()
      reader.declare(text)
      return { variables: [...variables, text], assigns: following.kind === 'assign' }
    }
    if (following.kind !== 'char' || following.text !== ',') {
      reader.goTo(place)
      break
    }
    reader.next()
    reader.declare(text)
    variables.push(text)
    if (context !== 'range' || variables.length > 1) reader.fail(`too many declarations in ${context}`)
    if (!['variable', '}}', ')'].includes(reader.peekNonSpace().kind))
      reader.fail('range can only initialize variables')
  }
  return { variables, assigns: false }
}

const checkStages = (reader: TokenReader, commands: readonly Command[], context: string): void => {
  if (commands.length === 0) reader.fail(`missing value for ${context}`)
  const stage = commands.findIndex(({ args: [first] }, index) => index > 0 && first && isConstant(first))
  if (stage > 0) reader.fail(`non executable command in pipeline stage ${stage + 1}`)
}

const isConstant = ({ kind }: Operand): boolean => ['bool', 'dot', 'nil', 'number', 'string'].includes(kind)

const readCommand = (reader: TokenReader): Command => {
  const { at } = reader.peekNonSpace()
  const args: Operand[] = []
  for (;;) {
    reader.peekNonSpace()
    const operand = readOperand(reader)
    if (operand) args.push(operand)
    const token = reader.peek()
    if (token.kind === '}}' || token.kind === ')') break
    reader.next()
    if (token.kind === 'pipe') break
    if (token.kind !== 'space') reader.unexpected(token, 'operand')
  }
  if (args.length === 0) reader.fail('empty command')
  return { kind: 'command', at, args }
}

const readOperand = (reader: TokenReader): Operand | undefined => {
  const node = readTerm(reader)
  if (node === undefined || reader.peek().kind !== 'field') return node
  const { at } = reader.peek()
  const path: string[] = []
  while (reader.peek().kind === 'field') path.push(reader.next().text.slice(1))
  if (node.kind === 'field') return { kind: 'field', at, path: [...node.path, ...path] }
  if (node.kind === 'variable') return { ...node, at, path: [...node.path, ...path] }
  if (isConstant(node)) reader.fail(`unexpected . after term ${goQuote(nodeText(node))}`)
  return { kind: 'chain', at, node, path }
}

const readTerm = (reader: TokenReader): Operand | undefined => {
  const { kind, text, at } = reader.peekNonSpace()
  if (!startsOperand.has(kind)) return undefined
  reader.next()
  if (kind === 'dot' || kind === 'nil') return { kind, at }
  if (kind === 'bool') return { kind, at, value: text === 'true' }
  if (kind === 'field') return { kind, at, path: [text.slice(1)] }
  if (kind === '(') return parsePipe(reader, 'parenthesized pipeline', ')')
  if (kind === 'variable') {
    if (!reader.knows(text)) reader.fail(`undefined variable ${goQuote(text)}`)
    return { kind, at, name: text, path: [] }
  }
  if (kind === 'identifier') {
    if (!reader.functions.has(text)) reader.fail(`function ${goQuote(text)} not defined`)
    return { kind: 'function', at, name: text }
  }
  return kind === 'number' ? readNumber(reader, text, at) : readString(reader, text, at)
}

const readNumber = (reader: TokenReader, text: string, at: number): Operand => {
  const number = parseNumber(text)
  return 'problem' in number ? reader.fail(number.problem) : { kind: 'number', at, text, value: number.value }
}

const readString = (reader: TokenReader, text: string, at: number): Operand => {
  const value = goUnquote(text)
  return value === undefined ? reader.fail('invalid syntax') : { kind: 'string', at, text, value }
}
