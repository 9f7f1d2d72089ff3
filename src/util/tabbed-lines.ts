/**
 * Lines of cells with tabs between them, as a tabwriter takes them. A line's last cell belongs to no column; an empty
 * one behind it makes it a column's cell.
 */
export interface TabbedLines {
  readonly lines: readonly string[]
  /** A line of cells at the current depth. */
  line(...cells: readonly string[]): TabbedLines
  /** A name and its value; the further values stand below the first one. */
  field(name: string, ...values: readonly string[]): TabbedLines
  /** Everything that `write` adds, two blanks further in. */
  indent(write: (inner: TabbedLines) => void): TabbedLines
  /** Lines made elsewhere, at the current depth. */
  append(lines: readonly string[]): TabbedLines
}

/** Collects lines; `margin` is what each of them begins with. */
export const tabbedLines = (margin = ''): TabbedLines => collect([], margin)

const collect = (lines: string[], margin: string): TabbedLines => {
  const self: TabbedLines = {
    lines,
    line: (...cells) => {
      lines.push(margin + cells.join('\t'))
      return self
    },
    field: (name, first = '', ...others) => {
      self.line(name, first)
      for (const value of others) self.line('', value)
      return self
    },
    indent: write => {
      write(collect(lines, `${margin}  `))
      return self
    },
    append: more => {
      for (const line of more) lines.push(margin + line)
      return self
    },
  }
  return self
}
