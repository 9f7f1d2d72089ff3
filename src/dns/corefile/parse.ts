import { argumentError, CorefileError, syntaxError } from './corefile-error.ts'
import type { Directive, ServerBlock } from './directive.ts'
import { lex, type Token } from './lexer.ts'

interface Parser {
  readonly knows: (name: string) => boolean
  readonly snippets: Map<string, readonly Token[]>
  readonly file: string
  tokens: readonly Token[]
  at: number
}

/** A Corefile as its server blocks; an unknown directive or a wrong brace is a CorefileError. */
export const parseCorefile = (
  source: string,
  { file = 'Corefile', knows }: { readonly file?: string; readonly knows: (name: string) => boolean },
): readonly ServerBlock[] => {
  const parser: Parser = { knows, snippets: new Map(), file, tokens: lex(source, file), at: 0 }
  const blocks: ServerBlock[] = []
  while (parser.at < parser.tokens.length) {
    const block = parseBlock(parser)
    if (block) blocks.push(block)
  }
  return blocks
}

const peek = (parser: Parser): Token | undefined => parser.tokens[parser.at]
const place = (parser: Parser): Token =>
  parser.tokens[parser.at] ?? parser.tokens.at(-1) ?? { text: '', file: parser.file, line: 1 }
const ended = (parser: Parser): CorefileError => new CorefileError(place(parser), 'Unexpected EOF')

const parseBlock = (parser: Parser): ServerBlock | undefined => {
  const start = place(parser)
  const { keys, braces } = parseKeys(parser)
  const [key = ''] = keys
  if (keys.length === 1 && /^\(.+\)$/.test(key)) {
    defineSnippet(parser, key.slice(1, -1))
    return undefined
  }
  const directives = parseDirectives(parser, braces)
  return { keys, directives, file: start.file, line: start.line }
}

// Keys end at an opening brace, or at the end of a line whose last key has no comma after it.
const parseKeys = (parser: Parser): { keys: readonly string[]; braces: boolean } => {
  const keys: string[] = []
  for (;;) {
    const token = peek(parser)
    if (!token) return { keys, braces: false }
    if (token.text === '{') {
      if (keys.length === 0) throw syntaxError(token, 'server block key', token.text)
      parser.at++
      return { keys, braces: true }
    }
    if (token.text === 'import' && keys.length === 0) {
      importSnippet(parser)
      continue
    }
    parser.at++
    keys.push(...token.text.split(',').filter(Boolean))
    const following = peek(parser)
    const more = token.text.endsWith(',') || following?.line === token.line || following?.text === '{'
    if (!more) return { keys, braces: false }
  }
}

const defineSnippet = (parser: Parser, name: string): void => {
  const start = parser.at
  let depth = 1
  for (; depth > 0; parser.at++) {
    const token = peek(parser)
    if (!token) throw ended(parser)
    if (token.text === '{') depth++
    if (token.text === '}') depth--
  }
  if (parser.snippets.has(name))
    throw new CorefileError(place(parser), `redeclaration of previously declared snippet ${name}`)
  parser.snippets.set(name, parser.tokens.slice(start, parser.at - 1))
}

// The words of a snippet take the place of the line; their lines are the line's, so errors point at the import.
const importSnippet = (parser: Parser): void => {
  const token = place(parser)
  const name = parser.tokens[parser.at + 1]
  if (!name || name.line !== token.line) throw argumentError({ ...token, lastWord: 'import' })
  const snippet = parser.snippets.get(name.text)
  if (!snippet) throw new CorefileError(token, `File to import not found: ${name.text}`)
  parser.tokens = [...parser.tokens.slice(0, parser.at), ...snippet, ...parser.tokens.slice(parser.at + 2)]
  if (parser.tokens.length > 100_000) throw new CorefileError(token, `Too many imports: ${name.text}`)
}

const parseDirectives = (parser: Parser, braces: boolean): readonly Directive[] => {
  const directives: Directive[] = []
  for (;;) {
    const token = peek(parser)
    if (!token) {
      if (braces) throw syntaxError(place(parser), '}', place(parser).text)
      return directives
    }
    if (token.text === '}') {
      if (!braces) throw syntaxError(token, 'server block key', token.text)
      parser.at++
      return directives
    }
    if (token.text === 'import') {
      importSnippet(parser)
      continue
    }
    if (!parser.knows(token.text)) throw new CorefileError(token, `Unknown directive '${token.text}'`)
    directives.push(parseLine(parser))
    const close = peek(parser)
    if (
      close?.text === '}' &&
      close.line === parser.tokens[parser.at - 1]?.line &&
      parser.tokens[parser.at - 1]?.text !== '}'
    ) {
      throw new CorefileError(close, "Unexpected '}' because no matching opening brace")
    }
  }
}

const parseLine = (parser: Parser): Directive => {
  const { text: name, file, line } = place(parser)
  parser.at++
  const args: string[] = []
  for (let token = peek(parser); token?.line === line && token.text !== '}'; token = peek(parser)) {
    parser.at++
    if (token.text === '{' && peek(parser)?.line !== line) {
      return { name, args, body: parseBody(parser), file, line }
    }
    args.push(token.text)
  }
  return { name, args, body: [], file, line }
}

const parseBody = (parser: Parser): readonly Directive[] => {
  const body: Directive[] = []
  for (;;) {
    const token = peek(parser)
    if (!token) throw ended(parser)
    if (token.text === '}') {
      parser.at++
      return body
    }
    if (token.text === 'import') importSnippet(parser)
    else body.push(parseLine(parser))
  }
}
