import { alignColumns } from '../util/tabwriter.ts'
import { escapeControls } from './table.ts'

/**
 * The text of a `describe`, written line by line. Adjacent lines are aligned: every cell but a line's last one is as
 * wide as the widest in its column, and two blanks. Columns end at a line that has fewer cells.
 */
export interface Tabular {
  /** A line of cells at the current depth; an empty last cell pads the one before it. */
  line(...cells: readonly string[]): Tabular
  /** `name: value`, and the further values below the first. */
  field(name: string, ...values: readonly string[]): Tabular
  /** Everything that `write` adds, two blanks further in. */
  indent(write: (inner: Tabular) => void): Tabular
  /** Text that was laid out before: its lines are taken as they are. */
  text(text: string): Tabular
  toString(): string
}

export const createTabular = (): Tabular => {
  const lines: string[] = []
  return at(lines, '')
}

/** A description in one expression: what `write` puts down, laid out. */
export const tabular = (write: (out: Tabular) => void): string => {
  const out = createTabular()
  write(out)
  return out.toString()
}

const at = (lines: string[], margin: string): Tabular => {
  const self: Tabular = {
    line: (...cells) => {
      lines.push(escapeControls(margin + cells.join('\t')))
      return self
    },
    field: (name, ...values) => {
      const [first = '', ...others] = values
      self.line(name, first)
      for (const value of others) self.line('', value)
      return self
    },
    indent: write => {
      write(at(lines, `${margin}  `))
      return self
    },
    text: text => {
      lines.push(...text.replace(/\n$/, '').split('\n'))
      return self
    },
    toString: () => alignColumns(lines.map(line => `${line}\n`).join(''), { minWidth: 0, padding: 2 }),
  }
  return self
}
