import { ZoneError } from './zone.ts'

/** One entry of a master file: its words, whether it began with a blank (owner as before), and its line. */
export interface ZoneLine {
  readonly words: readonly string[]
  readonly continues: boolean
  readonly line: number
}

/**
 * Entries of a master file (RFC 1035, section 5): `;` comments, parentheses over lines, quoted words keep their quotes.
 */
export const zoneLines = (text: string): readonly ZoneLine[] => {
  const entries: ZoneLine[] = []
  let current: { words: string[]; continues: boolean; line: number } | undefined
  let depth = 0
  let line = 0
  for (const source of text.split(/\r?\n/)) {
    line++
    current ??= { words: [], continues: /^\s/.test(source), line }
    for (const [word] of source.matchAll(/;.*|[()]|"(?:\\.|[^"\\])*"?|(?:\\.|[^\s;()"\\])+/g)) {
      if (word.startsWith(';')) break
      if (word === '(') depth++
      else if (word === ')') depth--
      else current.words.push(word)
      if (depth < 0) throw new ZoneError(line, 'closing parenthesis without an opening one')
    }
    if (depth > 0) continue
    if (current.words.length > 0) entries.push(current)
    current = undefined
  }
  if (depth > 0) throw new ZoneError(line, 'parenthesis is not closed')
  return entries
}
