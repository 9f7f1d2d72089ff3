import { createTabwriter, type Tabwriter } from '../util/tabwriter.ts'

/** The writer of kubectl's tables: cells of at least 6, and 3 blanks behind the widest. */
export const createColumnWriter = (): Tabwriter => createTabwriter({ minWidth: 6, padding: 3, rememberWidths: true })

/** Rows of one table, as `get -w` needs them: what comes later keeps the widths of what came before. */
export const createTableWriter = (): ((rows: readonly (readonly string[])[]) => string) => {
  const writer = createColumnWriter()
  return rows => {
    for (const row of rows) writer.write(`${row.map(toCell).join('\t')}\n`)
    return writer.flush()
  }
}

/** A whole table, its header the first row: a cell is one line, what follows it becomes `...`. */
export const formatTable = (rows: readonly (readonly string[])[]): string => createTableWriter()(rows)

const toCell = (text: string): string => {
  const end = text.search(/[\n\r\f]/)
  return escapeControls(end < 0 ? text : `${text.slice(0, end)}...`)
}

/** What a terminal would obey is shown instead, in tables and in describe. */
export const escapeControls = (text: string): string => text.replaceAll('\x1b', '^[').replaceAll('\r', '\\r')
