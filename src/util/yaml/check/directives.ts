import type { Scanner } from './scanner.ts'
import { grammarError } from './syntax-error.ts'

/** Takes the lines with `%` before a document; gives whether there were any. Throws what go-yaml has against them. */
export const readDirectives = (scanner: Scanner, text: string): boolean => {
  const seen = new Set<string>()
  for (let next = scanner.peek(); next.kind === 'directive'; next = scanner.peek()) {
    const { mark } = next
    const [, name = '', value = ''] =
      /%(YAML|TAG)[ \t]+([^ \t\r\n]*)/.exec(text.slice(mark.index, mark.index + 200)) ?? []
    const key = name === 'YAML' ? name : value
    if (seen.has(key)) throw grammarError(`found duplicate %${name} directive`, mark)
    if (name === 'YAML' && !/^0*1\.0*1$/.test(value)) throw grammarError('found incompatible YAML document', mark)
    seen.add(key)
    scanner.next()
  }
  return seen.size > 0
}
