import { alignColumns } from '../util/tabwriter.ts'
import { escapeControls } from './table.ts'

/**
 * The text of a `describe` from its lines, whose cells are separated by tabs: each column as wide as it must be and 2.
 */
export const formatTabular = (lines: readonly string[]): string =>
  alignColumns(lines.map(line => `${escapeControls(line)}\n`).join(''), { minWidth: 0, padding: 2 })
