export interface TabwriterOptions {
  /** The least width of a cell, padding included. */
  readonly minWidth: number
  /** Blanks behind the widest text of a column. */
  readonly padding: number
  /** Whether a column never becomes narrower than it has been: for output that comes in pieces. */
  readonly rememberWidths?: boolean
}

/**
 * Aligns text as Go's text/tabwriter does with blanks for padding. A tab ends a cell; what stands behind a line's last
 * tab belongs to no column. Adjacent lines that have a cell at some place share that column, and nothing beyond them.
 * A form feed is a newline after which all columns begin anew.
 */
export interface Tabwriter {
  write(text: string): void
  /** The aligned text of what was written since the last flush. */
  flush(): string
}

export const createTabwriter = ({ minWidth, padding, rememberWidths = false }: TabwriterOptions): Tabwriter => {
  const remembered: number[] = []
  const measure = (column: number, width: number): number => {
    const needed = Math.max(minWidth, width + padding)
    if (!rememberWidths) return needed
    remembered[column] = Math.max(remembered[column] ?? 0, needed)
    return remembered[column]
  }
  let written = ''
  return {
    write: text => {
      written += text
    },
    flush: () => {
      const blocks = written.split('\f')
      written = ''
      return blocks.map(block => alignBlock(block, measure)).join('\n')
    },
  }
}

/** The aligned form of a whole text. */
export const alignColumns = (text: string, options: TabwriterOptions): string => {
  const writer = createTabwriter(options)
  writer.write(text)
  return writer.flush()
}

type Measure = (column: number, width: number) => number

const alignBlock = (text: string, measure: Measure): string => {
  const lines = text.split('\n').map(line => line.split(/[\t\v]/))
  const widths = lines.map((): number[] => [])
  setWidths({ lines, widths, measure }, { from: 0, to: lines.length, column: 0 })
  return lines.map((cells, index) => formatLine(cells, widths[index] ?? [])).join('\n')
}

interface Block {
  readonly lines: readonly (readonly string[])[]
  /** The widths of each line's columns, filled from left to right. */
  readonly widths: readonly number[][]
  readonly measure: Measure
}

/** Finds the runs of lines that have a cell at `column`, and within each those that have one at the next. */
const setWidths = (block: Block, { from, to, column }: { from: number; to: number; column: number }): void => {
  let index = from
  while (index < to) {
    const end = endOfRun(block, { from: index, to, column })
    if (end === index) {
      index += 1
      continue
    }
    const run = block.lines.slice(index, end)
    const widest = run.reduce((most, cells) => Math.max(most, runeCount(cells[column] ?? '')), 0)
    const width = block.measure(column, widest)
    for (const widths of block.widths.slice(index, end)) widths.push(width)
    setWidths(block, { from: index, to: end, column: column + 1 })
    index = end
  }
}

const endOfRun = ({ lines }: Block, { from, to, column }: { from: number; to: number; column: number }): number => {
  let end = from
  while (end < to && column < (lines[end]?.length ?? 0) - 1) end += 1
  return end
}

const formatLine = (cells: readonly string[], widths: readonly number[]): string =>
  cells.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - runeCount(cell)))).join('')

/** Characters as Go counts runes: an emoji is one. */
const runeCount = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}
