/**
 * Names one below the other in columns, as `ls` shows them on a terminal: busybox makes all columns as wide as the longest
 * name, GNU each as wide as its own.
 */
export const nameColumns = (names: readonly string[], width: number, isGnu: boolean): readonly string[] => {
  if (names.length === 0) return []
  const layout = isGnu ? tightest(names, width) : even(names, width)
  return Array.from({ length: layout.rows }, (_, row) => rowOf(names, row, layout))
}

interface Layout {
  readonly rows: number
  readonly widths: readonly number[]
}

const gap = 2

const even = (names: readonly string[], width: number): Layout => {
  const each = widest(names) + gap
  const rows = Math.ceil(names.length / Math.max(1, Math.floor(width / each)))
  return { rows, widths: Array.from({ length: Math.ceil(names.length / rows) }, () => each) }
}

const tightest = (names: readonly string[], width: number): Layout => {
  for (let rows = 1; rows < names.length; rows += 1) {
    const widths = widthsOf(names, rows)
    if (widths.reduce((sum, each) => sum + each, -gap) < width) return { rows, widths }
  }
  return { rows: names.length, widths: widthsOf(names, names.length) }
}

const widthsOf = (names: readonly string[], rows: number): readonly number[] =>
  Array.from(
    { length: Math.ceil(names.length / rows) },
    (_, column) => widest(names.slice(column * rows, (column + 1) * rows)) + gap,
  )

const widest = (names: readonly string[]): number => Math.max(...names.map(name => name.length))

const rowOf = (names: readonly string[], row: number, { rows, widths }: Layout): string =>
  widths
    .map((width, column) => (names[column * rows + row] ?? '').padEnd(width))
    .join('')
    .trimEnd()
