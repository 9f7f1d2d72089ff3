import type { Place } from './corefile-error.ts'

export interface Token extends Place {
  readonly text: string
}

/**
 * The words of a Corefile with their lines. A word ends at a blank; quotes keep blanks (and line ends) in it, `\"`
 * inside them is a quote; `#` at the start of a word begins a comment.
 */
export const lex = (source: string, file: string): readonly Token[] => {
  const tokens: Token[] = []
  let line = 1
  for (const [text] of source.replace(/^\uFEFF/, '').matchAll(/\n|[^\S\n]+|#[^\n]*|"(?:\\[\s\S]|[^"\\])*"?|[^\s]+/g)) {
    if (text.startsWith('"')) tokens.push({ text: unquoted(text), file, line })
    else if (!text.startsWith('#') && text.trim() !== '') tokens.push({ text: text.replaceAll('\\"', '"'), file, line })
    line += text.split('\n').length - 1
  }
  return tokens
}

// Only a quote is escaped in a quoted word: `\.` of a regular expression keeps its backslash.
const unquoted = (text: string): string =>
  text.slice(1, text.length > 1 && /(?:^|[^\\])"$/.test(text) ? -1 : undefined).replaceAll('\\"', '"')
