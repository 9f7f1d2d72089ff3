import { type Cursor, isBlankOrEnd } from './cursor.ts'
import { scanError } from './syntax-error.ts'

/** Skips `&name` or `*name`. */
export const skipAnchor = (cursor: Cursor): void => {
  const start = cursor.mark
  cursor.skip()
  while (/^[0-9A-Za-z_-]$/.test(cursor.peek())) cursor.skip()
  const after = cursor.peek()
  if (cursor.index === start.index + 1 || !(isBlankOrEnd(after) || '?:,]}%@`'.includes(after))) {
    throw scanError('did not find expected alphabetic or numeric character', cursor.mark, start)
  }
}

/** Skips `!tag`, `!!tag` or `!<tag>`. */
export const skipTag = (cursor: Cursor, inFlow: boolean): void => {
  const start = cursor.mark
  cursor.skip()
  while (/^[-0-9A-Za-z_;/?:@&=+$,.!~*'()[\]%<>]$/.test(cursor.peek())) {
    if (inFlow && ',[]'.includes(cursor.peek())) break
    cursor.skip()
  }
  if (!isBlankOrEnd(cursor.peek()) && !(inFlow && ',]}'.includes(cursor.peek()))) {
    throw scanError('did not find expected whitespace or line break', cursor.mark, start)
  }
}

/** Skips a line `%YAML 1.1` or `%TAG handle prefix`. */
export const skipDirective = (cursor: Cursor) => {
  const start = cursor.mark
  const line = /[^\r\n]*/.exec(cursor.text.slice(start.index, start.index + 200))?.[0] ?? ''
  if (/^%(?:YAML[ \t]+[0-9]+\.[0-9]+|TAG[ \t].*)/.test(line)) return cursor.skipToLineEnd()
  const [, name = '', following = ''] = /^%([0-9A-Za-z_-]*)(.?)/.exec(line) ?? []
  cursor.skip(1 + name.length)
  throw scanError(directiveProblem(name, following), cursor.mark, start)
}

const directiveProblem = (name: string, following: string): string => {
  if (name === '') return 'could not find expected directive name'
  return isBlankOrEnd(following) ? 'found unknown directive name' : 'found unexpected non-alphabetical character'
}
