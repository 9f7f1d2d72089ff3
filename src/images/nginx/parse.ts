/** A directive of nginx's configuration, and where it stands. */
export interface Directive {
  readonly name: string
  readonly words: readonly string[]
  readonly file: string
  readonly line: number
  readonly block?: readonly Directive[] | undefined
}

/** What a file of the configuration says, or what is wrong with it, as nginx has it. */
export interface Parsed {
  readonly directives: readonly Directive[]
  readonly problem?: string | undefined
}

interface Token {
  readonly text: string
  readonly line: number
  readonly isQuoted: boolean
}

const tokenForm = /\s+|#[^\n]*|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|[{};]|(?:\$\{\w+\}|\\.|[^\s{};])+/gs

const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  let line = 1
  for (const match of text.matchAll(tokenForm)) {
    const [whole, double, single] = match
    const quoted = double ?? single
    if (!/^[\s#]/.test(whole)) tokens.push({ text: quoted ?? whole, line, isQuoted: quoted !== undefined })
    line += whole.split('\n').length - 1
  }
  return tokens
}

export const parseConfiguration = (text: string, file: string): Parsed => {
  const tokens = tokensOf(text)
  const lastLine = text.split('\n').length
  let at = 0
  let problem: string | undefined
  const fail = (what: string, line: number): void => {
    problem ??= `${what} in ${file}:${line}`
  }
  const block = (depth: number): readonly Directive[] => {
    const directives: Directive[] = []
    let words: Token[] = []
    while (at < tokens.length && problem === undefined) {
      const token = tokens[at++] as Token
      const [first, ...rest] = words
      const isPlain = !token.isQuoted
      const own = { name: first?.text ?? '', words: rest.map(word => word.text), file, line: first?.line ?? token.line }
      if (isPlain && token.text === '}') {
        if (first || depth === 0) fail('unexpected "}"', token.line)
        return directives
      }
      if (isPlain && (token.text === ';' || token.text === '{')) {
        if (!first) fail(`unexpected "${token.text}"`, token.line)
        directives.push(token.text === ';' ? own : { ...own, block: block(depth + 1) })
        words = []
      } else words.push(token)
    }
    if (words.length > 0) fail('unexpected end of file, expecting ";" or "}"', lastLine)
    if (depth > 0) fail('unexpected end of file, expecting "}"', lastLine)
    return directives
  }
  return { directives: block(0), problem }
}
