import { paintStatus } from './status.ts'
import { theme } from './theme.ts'

/** Tables: headers, and cells that say how something is. The first cell is a name, whatever word it may be. */
export const paintTable = (text: string): string => text.split('\n').map(paintLine).join('\n')

const paintLine = (line: string): string => {
  if (line === '') return line
  return isHeader(line) ? theme.header(line) : paintRow(line)
}

// Names of objects have no capitals, rows have a name.
const isHeader = (line: string): boolean => /[A-Z]/.test(line) && !/[a-z]/.test(line)

const paintRow = (line: string): string =>
  line
    .split(/( {2,})/)
    .map((cell, index) => (index === 0 ? cell : paintStatus(cell)))
    .join('')
