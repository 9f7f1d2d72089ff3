import { paintStatus } from './status.ts'
import { theme } from './theme.ts'

/** What describe says: names of fields, and words that say how something is. */
export const paintDescription = (text: string): string => text.split('\n').map(paintLine).join('\n')

const paintLine = (line: string): string => {
  const [, blank = '', name = '', rest = ''] = /^( *)([A-Z][^:]*:)( .*|)$/.exec(line) ?? []
  if (name) return blank + theme.key(name) + paintCells(rest)
  const [first = ''] = /^ *\S*/.exec(line) ?? []
  return first + paintCells(line.slice(first.length))
}

const paintCells = (text: string): string =>
  text
    .split(/( {2,})/)
    .map(paintStatus)
    .join('')
