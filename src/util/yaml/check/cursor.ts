/** A place in a text: line and column count from 0. */
export interface Mark {
  readonly index: number
  readonly line: number
  readonly column: number
}

/** Walks through a text by characters and lines, as libyaml counts them. */
export class Cursor {
  readonly text: string
  index = 0
  line = 0
  column = 0

  constructor(text: string) {
    this.text = text
  }

  get mark(): Mark {
    return { index: this.index, line: this.line, column: this.column }
  }

  get atEnd(): boolean {
    return this.index >= this.text.length
  }

  peek(offset = 0): string {
    return this.text.charAt(this.index + offset)
  }

  /** Skips characters that are no line breaks. */
  skip(count = 1): void {
    this.index += count
    this.column += count
  }

  skipLine(): void {
    this.index += this.peek() === '\r' && this.peek(1) === '\n' ? 2 : 1
    this.line++
    this.column = 0
  }

  skipToLineEnd(): void {
    while (!this.atEnd && !isBreak(this.peek())) this.skip()
  }

  /** Whether `---` or `...` stands here as a line of its own, or with text behind a blank. */
  atDocumentMarker(marker?: '---' | '...'): boolean {
    if (this.column !== 0 || !isBlankOrEnd(this.peek(3))) return false
    const found = this.text.slice(this.index, this.index + 3)
    return marker === undefined ? found === '---' || found === '...' : found === marker
  }
}

export const isBreak = (char: string): boolean =>
  char === '\n' || char === '\r' || char === '\x85' || char === '\u2028' || char === '\u2029'

export const isBlank = (char: string): boolean => char === ' ' || char === '\t'

/** A blank, a break or the end of the text. */
export const isBlankOrEnd = (char: string): boolean => char === '' || isBlank(char) || isBreak(char)
