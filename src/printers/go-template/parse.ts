import { goUnquote } from '../../util/go-unquote.ts'
import { lex } from './lex.ts'
import type { Branches, Node, Pipe } from './nodes.ts'
import { parsePipe } from './parse-pipe.ts'
import { TokenReader } from './token-reader.ts'

export interface Template {
  readonly source: string
  readonly body: readonly Node[]
  /** The templates of `define` and `block`, by name. */
  readonly defined: ReadonlyMap<string, readonly Node[]>
}

/** Reads a template. `functions` are the names that may be called. Throws a TemplateError with the line. */
export const parseTemplate = (source: string, functions: ReadonlySet<string>): Template => {
  const reader = new TokenReader(lex(source), functions)
  const body: Node[] = []
  while (reader.peek().kind !== 'end') {
    const item = readDefinition(reader) ? undefined : readItem(reader)
    if (typeof item === 'string') reader.fail(`unexpected {{${item}}}`)
    else if (item) body.push(item)
  }
  return { source, body, defined: reader.defined }
}

const readDefinition = (reader: TokenReader): boolean => {
  if (!reader.startsWith('{{', 'define')) return false
  const name = readName(reader, 'define clause')
  reader.expect('}}', 'define clause')
  reader.withoutVariables(() => reader.defined.set(name, readBody(reader, 'define clause')))
  return true
}

const readName = (reader: TokenReader, context: string): string => {
  const token = reader.nextNonSpace()
  if (token.kind !== 'string') return reader.unexpected(token, context)
  return goUnquote(token.text) ?? reader.fail('invalid syntax')
}

const readBody = (reader: TokenReader, context: string): readonly Node[] => {
  const { items, end } = readList(reader)
  if (end !== 'end') reader.fail(`unexpected {{${end}}} in ${context}`)
  return items
}

const readList = (reader: TokenReader): { readonly items: readonly Node[]; readonly end: 'end' | 'else' } => {
  const items: Node[] = []
  while (reader.peek().kind !== 'end') {
    const item = readItem(reader)
    if (typeof item === 'string') return { items, end: item }
    if (item) items.push(item)
  }
  return reader.fail('unexpected EOF')
}

// Text or an action; `{{end}}` and `{{else}}` come back as words.
const readItem = (reader: TokenReader): Node | 'end' | 'else' => {
  const token = reader.next()
  if (token.kind === 'text') return { kind: 'text', text: token.text }
  if (token.kind !== '{{') return reader.unexpected(token, 'input')
  reader.actionLine = token.line
  const word = reader.peekNonSpace()
  const item = word.kind === 'keyword' ? controls[word.text]?.(reader) : undefined
  if (item === undefined) {
    const { at } = reader.peekNonSpace()
    return finish(reader, { kind: 'action', at, pipe: parsePipe(reader, 'command', '}}') })
  }
  return finish(reader, item)
}

const finish = <T>(reader: TokenReader, item: T): T => {
  reader.actionLine = 0
  return item
}

const loop =
  (kind: 'break' | 'continue') =>
  (reader: TokenReader): Node => {
    reader.nextNonSpace()
    reader.expect('}}', `{{${kind}}}`)
    if (reader.rangeDepth === 0) reader.fail(`{{${kind}}} outside {{range}}`)
    return { kind }
  }

const branch =
  (kind: 'if' | 'with' | 'range') =>
  (reader: TokenReader): Node => {
    reader.nextNonSpace()
    return reader.withVariables(() => {
      const pipe = parsePipe(reader, kind, '}}')
      return { kind, at: pipe.at, pipe, ...readBranches(reader, kind) }
    })
  }

const readBranches = (reader: TokenReader, kind: 'if' | 'with' | 'range'): Branches => {
  reader.actionLine = 0
  reader.rangeDepth += kind === 'range' ? 1 : 0
  const { items: body, end } = readList(reader)
  reader.rangeDepth -= kind === 'range' ? 1 : 0
  if (end === 'end') return { body }
  const word = reader.peek()
  if (word.kind === 'keyword' && word.text === kind && kind !== 'range')
    return { body, otherwise: [branch(kind)(reader)] }
  const other = readList(reader)
  if (other.end !== 'end') reader.fail(`expected end; found {{${other.end}}}`)
  return { body, otherwise: other.items }
}

const controls: Readonly<Record<string, (reader: TokenReader) => Node | 'end' | 'else'>> = {
  if: reader => branch('if')(reader),
  with: reader => branch('with')(reader),
  range: reader => branch('range')(reader),
  break: loop('break'),
  continue: loop('continue'),
  end: reader => {
    reader.nextNonSpace()
    reader.expect('}}', 'end')
    return 'end'
  },
  // `{{else if` leaves its second word to the branch that it belongs to.
  else: reader => {
    reader.nextNonSpace()
    const { kind, text } = reader.peekNonSpace()
    if (kind !== 'keyword' || (text !== 'if' && text !== 'with')) reader.expect('}}', 'else')
    return 'else'
  },
  template: reader => {
    reader.nextNonSpace()
    const { at } = reader.peekNonSpace()
    const name = readName(reader, 'template clause')
    if (reader.peekNonSpace().kind !== '}}') {
      return { kind: 'template', at, name, pipe: parsePipe(reader, 'template clause', '}}') }
    }
    reader.nextNonSpace()
    return { kind: 'template', at, name }
  },
  block: reader => {
    reader.nextNonSpace()
    const { at } = reader.peekNonSpace()
    const name = readName(reader, 'block clause')
    const pipe: Pipe = parsePipe(reader, 'block clause', '}}')
    reader.withoutVariables(() => reader.defined.set(name, readBody(reader, 'block clause')))
    return { kind: 'template', at, name, pipe }
  },
}
