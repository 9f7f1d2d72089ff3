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
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  })
  table.push(...rows.map(row => [...row]))
  return `${table.toString()}\n`
}

/** The width that a frame may have. */
export const frameWidth = ({ columns = 100 }: Output): number => Math.max(60, Math.min(columns, 120))
