import { goQuote } from '../../util/go-quote.ts'
import type { Token, TokenKind } from './lex.ts'
import type { Node } from './nodes.ts'
import { TemplateError } from './template-error.ts'

/** The tokens of a template one by one, with what the parser keeps on its way. Faults are told with the line. */
export class TokenReader {
  readonly functions: ReadonlySet<string>
  readonly defined = new Map<string, readonly Node[]>()
  rangeDepth = 0
  /** The line on which the action being read began; 0 outside of one. */
  actionLine = 0
  readonly #tokens: readonly Token[]
  #at = 0
  #variables: string[] = ['$']

  constructor(tokens: readonly Token[], functions: ReadonlySet<string>) {
    this.#tokens = tokens
    this.functions = functions
  }

  peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', at: 0, line: 1 }
  }

  next(): Token {
    const token = this.peek()
    if (this.#at < this.#tokens.length - 1) this.#at++
    return token
  }

  peekNonSpace(): Token {
    while (this.peek().kind === 'space') this.#at++
    return this.peek()
  }

  nextNonSpace(): Token {
    this.peekNonSpace()
    return this.next()
  }

  /** Takes a token and a word behind it, blanks aside, if both are next. */
  startsWith(kind: TokenKind, word: string): boolean {
    if (this.peek().kind !== kind) return false
    const second = this.#tokens.slice(this.#at + 1, this.#at + 3).find(token => token.kind !== 'space')
    if (second?.text !== word) return false
    this.next()
    this.nextNonSpace()
    return true
  }

  expect(kind: TokenKind, context: string): Token {
    const token = this.nextNonSpace()
    return token.kind === kind ? token : this.unexpected(token, context)
  }

  declare(variable: string): void {
    this.#variables.push(variable)
  }

  knows(variable: string): boolean {
    return this.#variables.includes(variable)
  }

  /** Forgets afterwards the variables that `read` declares. */
  withVariables<T>(read: () => T): T {
    const count = this.#variables.length
    const result = read()
    this.#variables.length = count
    return result
  }

  /** A template of its own sees no variables of the one around it, nor its loops. */
  withoutVariables(read: () => void): void {
    const [variables, rangeDepth] = [this.#variables, this.rangeDepth]
    this.#variables = ['$']
    this.rangeDepth = 0
    read()
    this.#variables = variables
    this.rangeDepth = rangeDepth
  }

  /** Where the next token stands, to go back to. */
  get place(): number {
    return this.#at
  }

  goTo(place: number): void {
    this.#at = place
  }

  fail(problem: string): never {
    const { line } = this.#tokens[Math.max(0, this.#at - 1)] ?? { line: 1 }
    throw new TemplateError(`template: output:${line}: ${problem}`)
  }

  unexpected(token: Token, context: string): never {
    if (token.kind === 'error')
      throw new TemplateError(`template: output:${token.line}: ${token.text}${this.#since(token)}`)
    return this.fail(`unexpected ${tokenText(token)} in ${context}`)
  }

  #since({ text, line }: Token): string {
    if (this.actionLine === 0 || this.actionLine === line) return ''
    return `${text.endsWith(' action') ? '' : ' in action'} started at output:${this.actionLine}`
  }
}

const tokenText = ({ kind, text }: Token): string => {
  if (kind === 'end') return 'EOF'
  if (kind === 'keyword' || kind === 'nil') return `<${text}>`
  if (kind === 'dot') return '<.>'
  const chars = Array.from(text)
  return chars.length > 10 && text.length > 10 ? `${goQuote(chars.slice(0, 10).join(''))}...` : goQuote(text)
}
