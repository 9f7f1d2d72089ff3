import { Cursor, isBlank, isBlankOrEnd, isBreak, type Mark } from './cursor.ts'
import { skipBlockScalar, skipPlain, skipQuoted } from './scan-scalar.ts'
import { skipAnchor, skipDirective, skipTag } from './scan-word.ts'
import { scanError } from './syntax-error.ts'

export type TokenKind =
  | 'end'
  | 'document start'
  | 'document end'
  | 'directive'
  | 'block sequence'
  | 'block mapping'
  | 'block end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | 'alias'
  | 'property'
  | 'scalar'

export interface Token {
  readonly kind: TokenKind
  readonly mark: Mark
}

// A place where a key without `?` may have begun; required where only a key can stand.
interface SimpleKey {
  readonly required: boolean
  readonly number: number
  readonly mark: Mark
}

/**
 * Cuts YAML into the tokens of libyaml, one behind the other as the grammar asks for them, and finds its faults in the
 * same order. The token before a `:` is known to be a key only then, so tokens wait while that is open.
 */
export class Scanner {
  readonly #cursor: Cursor
  readonly #tokens: Token[] = []
  #taken = 0
  #head = 0
  #indent = -1
  readonly #indents: number[] = []
  #keyAllowed = true
  readonly #keys: (SimpleKey | undefined)[] = [undefined]
  readonly #levelOfKey = new Map<number, number>()
  #ended = false

  constructor(text: string) {
    this.#cursor = new Cursor(text)
  }

  peek(): Token {
    while (!this.#ended && (this.#head === this.#tokens.length || this.#headMayBeKey())) this.#fetch()
    return this.#tokens[this.#head] ?? { kind: 'end', mark: this.#cursor.mark }
  }

  next(): Token {
    const token = this.peek()
    this.#head++
    this.#taken++
    if (this.#head > 1000) this.#head -= this.#tokens.splice(0, this.#head).length
    return token
  }

  get #flowLevel(): number {
    return this.#keys.length - 1
  }

  #headMayBeKey(): boolean {
    const level = this.#levelOfKey.get(this.#taken)
    return level !== undefined && this.#isStillKey(level)
  }

  // A key without `?` ends on its line and within 1024 characters.
  #isStillKey(level: number): boolean {
    const key = this.#keys[level]
    if (key === undefined) return false
    if (key.mark.line === this.#cursor.line && key.mark.index + 1024 >= this.#cursor.index) return true
    this.#dropKey(level)
    return false
  }

  #dropKey(level = this.#flowLevel): void {
    const key = this.#keys[level]
    if (key?.required) throw scanError("could not find expected ':'", this.#cursor.mark, key.mark)
    this.#forgetKey(level)
  }

  #forgetKey(level: number): void {
    const key = this.#keys[level]
    if (key) this.#levelOfKey.delete(key.number)
    this.#keys[level] = undefined
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return
    const { mark, column } = this.#cursor
    this.#dropKey()
    const number = this.#taken + this.#tokens.length - this.#head
    this.#keys[this.#flowLevel] = { required: this.#flowLevel === 0 && this.#indent === column, number, mark }
    this.#levelOfKey.set(number, this.#flowLevel)
  }

  #roll(column: number, kind: TokenKind, { mark, at }: { mark: Mark; at?: number }): void {
    if (this.#flowLevel > 0 || this.#indent >= column) return
    if (this.#indents.length >= 10000) throw scanError('exceeded max depth of 10000', this.#cursor.mark)
    this.#indents.push(this.#indent)
    this.#indent = column
    this.#tokens.splice(at ?? this.#tokens.length, 0, { kind, mark })
  }

  #unroll(column: number): void {
    if (this.#flowLevel > 0) return
    while (this.#indent > column) {
      this.#push('block end')
      this.#indent = this.#indents.pop() ?? -1
    }
  }

  #push(kind: TokenKind, mark = this.#cursor.mark): void {
    this.#tokens.push({ kind, mark })
  }

  #skipToToken(): void {
    const cursor = this.#cursor
    for (;;) {
      if (cursor.index === 0 && cursor.peek() === '\ufeff') cursor.index++
      while (cursor.peek() === ' ' || (cursor.peek() === '\t' && (this.#flowLevel > 0 || !this.#keyAllowed))) {
        cursor.skip()
      }
      if (cursor.peek() === '#') cursor.skipToLineEnd()
      if (!isBreak(cursor.peek())) return
      cursor.skipLine()
      if (this.#flowLevel === 0) this.#keyAllowed = true
    }
  }

  #fetch() {
    this.#skipToToken()
    const cursor = this.#cursor
    this.#unroll(cursor.column)
    if (cursor.atEnd) return this.#fetchEnd()
    if (cursor.column === 0 && cursor.peek() === '%') return this.#fetchDirective()
    if (cursor.atDocumentMarker('---')) return this.#fetchMarker('document start')
    if (cursor.atDocumentMarker('...')) return this.#fetchMarker('document end')
    this.#fetchContent(cursor.peek(), cursor.peek(1))
  }

  #fetchContent(char: string, following: string) {
    const inFlow = this.#flowLevel > 0
    const alone = isBlankOrEnd(following)
    if (char === '[' || char === '{') return this.#openFlow(char)
    if (char === ']' || char === '}') return this.#closeFlow(char)
    if (char === ',') return this.#fetchComma()
    if (char === '-' && alone) return this.#fetchDash()
    if (char === '?' && (inFlow || alone)) return this.#fetchKey()
    if (char === ':' && (inFlow || alone)) return this.#fetchValue()
    if (char === '*') return this.#fetchWord('alias', () => skipAnchor(this.#cursor))
    if (char === '&') return this.#fetchWord('property', () => skipAnchor(this.#cursor))
    if (char === '!') return this.#fetchWord('property', () => skipTag(this.#cursor, inFlow))
    if ((char === '|' || char === '>') && !inFlow) return this.#fetchBlockScalar()
    if (char === "'" || char === '"') return this.#fetchWord('scalar', () => skipQuoted(this.#cursor, char))
    if (isBlankOrEnd(char) || '-?:,[]{}#&*!|>\'"%@`'.includes(char)) {
      const starts = (char === '-' && !isBlank(following)) || (!inFlow && (char === '?' || char === ':') && !alone)
      if (!starts) throw scanError('found character that cannot start any token', this.#cursor.mark)
    }
    this.#fetchPlain()
  }

  #fetchEnd(): void {
    const cursor = this.#cursor
    if (cursor.column !== 0) {
      cursor.column = 0
      cursor.line++
    }
    this.#unroll(-1)
    this.#dropKey()
    this.#keyAllowed = false
    this.#push('end')
    this.#ended = true
  }

  #fetchDirective() {
    this.#unroll(-1)
    this.#dropKey()
    this.#keyAllowed = false
    const { mark } = this.#cursor
    skipDirective(this.#cursor)
    this.#push('directive', mark)
  }

  #fetchMarker(kind: TokenKind): void {
    this.#unroll(-1)
    this.#dropKey()
    this.#keyAllowed = false
    this.#push(kind)
    this.#cursor.skip(3)
  }

  #openFlow(kind: '[' | '{'): void {
    this.#saveKey()
    if (this.#flowLevel >= 10000) throw scanError('exceeded max depth of 10000', this.#cursor.mark)
    this.#keys.push(undefined)
    this.#keyAllowed = true
    this.#push(kind)
    this.#cursor.skip()
  }

  #closeFlow(kind: ']' | '}'): void {
    this.#dropKey()
    if (this.#flowLevel > 0) this.#keys.pop()
    this.#keyAllowed = false
    this.#push(kind)
    this.#cursor.skip()
  }

  #fetchComma(): void {
    this.#dropKey()
    this.#keyAllowed = true
    this.#push(',')
    this.#cursor.skip()
  }

  #fetchDash(): void {
    const { mark, column } = this.#cursor
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw scanError('block sequence entries are not allowed in this context', mark)
      this.#roll(column, 'block sequence', { mark })
    }
    this.#dropKey()
    this.#keyAllowed = true
    this.#push('-')
    this.#cursor.skip()
  }

  #fetchKey(): void {
    const { mark, column } = this.#cursor
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw scanError('mapping keys are not allowed in this context', mark)
      this.#roll(column, 'block mapping', { mark })
    }
    this.#dropKey()
    this.#keyAllowed = this.#flowLevel === 0
    this.#push('?')
    this.#cursor.skip()
  }

  #fetchValue(): void {
    const key = this.#isStillKey(this.#flowLevel) ? this.#keys[this.#flowLevel] : undefined
    const { mark, column } = this.#cursor
    if (key) {
      const at = this.#head + key.number - this.#taken
      this.#tokens.splice(at, 0, { kind: '?', mark: key.mark })
      this.#roll(key.mark.column, 'block mapping', { mark: key.mark, at })
      this.#forgetKey(this.#flowLevel)
      this.#keyAllowed = false
    } else {
      if (this.#flowLevel === 0) {
        if (!this.#keyAllowed) throw scanError('mapping values are not allowed in this context', mark)
        this.#roll(column, 'block mapping', { mark })
      }
      this.#keyAllowed = this.#flowLevel === 0
    }
    this.#push(':')
    this.#cursor.skip()
  }

  #fetchWord(kind: TokenKind, skip: () => void): void {
    this.#saveKey()
    this.#keyAllowed = false
    const { mark } = this.#cursor
    skip()
    this.#push(kind, mark)
  }

  #fetchBlockScalar(): void {
    this.#dropKey()
    this.#keyAllowed = true
    const start = this.#cursor.mark
    skipBlockScalar(this.#cursor, this.#indent)
    this.#push('scalar', start)
  }

  #fetchPlain(): void {
    this.#fetchWord('scalar', () => {
      if (skipPlain(this.#cursor, this.#indent, this.#flowLevel > 0)) this.#keyAllowed = true
    })
  }
}
