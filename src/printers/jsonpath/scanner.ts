import { PrinterError } from '../printer.ts'

/** A place in a text that moves forward by characters (code points). */
export class Scanner {
  readonly text: string
  position = 0

  constructor(text: string) {
    this.text = text
  }

  /** The character here, and the empty string at the end. */
  peek(): string {
    const code = this.text.codePointAt(this.position)
    return code === undefined ? '' : String.fromCodePoint(code)
  }

  next(): string {
    const char = this.peek()
    this.position += char.length
    return char
  }

  startsWith(prefix: string): boolean {
    return this.text.startsWith(prefix, this.position)
  }

  /** Moves on to the first character that `stops` says yes to (the end is the empty string); gives what was passed. */
  takeUntil(stops: (char: string) => boolean): string {
    const start = this.position
    for (let char = this.peek(); char !== '' && !stops(char); char = this.peek()) this.position += char.length
    return this.text.slice(start, this.position)
  }

  /** Moves behind the next `end` that no backslash precedes; the refusal where the line or the text ends before. */
  skipBehind(end: string, refusal: string): void {
    for (let char = this.next(); char !== end || this.text[this.position - 2] === '\\'; char = this.next()) {
      if (char === '' || char === '\n') throw new PrinterError(refusal)
    }
  }
}

const letterOrDigit = /^[\p{L}\p{Nd}_]$/u

export const isWordChar = (char: string): boolean => letterOrDigit.test(char)

export const isDigit = (char: string): boolean => /^\p{Nd}$/u.test(char)

/** Whether a character ends a field's name or an identifier. */
export const isTerminator = (char: string): boolean => char === '' || ' \t\r\n.,[]$@{}'.includes(char)
