import { wrap } from '../../util/wrap.ts'
import type { Output } from '../world/world.ts'

/** A framed table: rows of cells, each perhaps of several lines, the columns as wide as given. */
export interface Frame {
  readonly head?: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

/** Draws a frame for a terminal. Loads the package that does it. */
export const drawFrame = async ({ head, rows, widths }: Frame): Promise<string> => {
  const { default: Table } = await import('cli-table3')
  const table = new Table({
    ...(head ? { head: [...head] } : {}),
    colWidths: [...widths],
    style: { head: [], border: [] },
  })
  const fitted = (text: string, column: number): string =>
    wrap(text, (widths[column] ?? 0) - padding, text.includes('\n') ? indent : '').join('\n')
  table.push(...rows.map(row => row.map(fitted)))
  return `${table.toString()}\n`
}

// A blank on either side of a cell.
const padding = 2
// Among several lines of a cell it shows where one begins.
const indent = '  '

/** The width that a frame may have. */
export const frameWidth = ({ columns = 100 }: Output): number => Math.max(40, Math.min(columns, 120))
