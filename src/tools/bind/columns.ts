import type { Question, ResourceRecord } from '../../dns/message.ts'

/** Where the parts of a record stand in a line. */
export interface Columns {
  readonly ttl: number
  readonly class: number
  readonly type: number
  readonly data: number
}

export const standardColumns: Columns = { ttl: 24, class: 32, type: 40, data: 48 }

/** One record as a line without its end; `ttl` and `class` may be left out by giving undefined. */
export const recordLine = (
  {
    name,
    ttl,
    class: ofClass,
    type,
    data,
  }: Omit<ResourceRecord, 'ttl' | 'class'> & {
    readonly ttl: string | undefined
    readonly class: string | undefined
  },
  columns = standardColumns,
): string =>
  inColumns([
    [0, name],
    [columns.ttl, ttl],
    [columns.class, ofClass],
    [columns.type, type],
    [columns.data, data],
  ])

/** The question as a line without its end. The `;` in front counts for no column. */
export const questionLine = ({ name, class: ofClass, type }: Question, columns = standardColumns): string =>
  `;${inColumns([
    [0, name],
    [columns.class, ofClass],
    [columns.type, type],
  ])}`

/**
 * Words at columns, the gaps filled as BIND fills them: tabs as far as they go, then blanks, at least one of either.
 */
const inColumns = (parts: readonly (readonly [number, string | undefined])[]): string => {
  let line = ''
  let column = 0
  for (const [start, text] of parts) {
    if (text === undefined) continue
    if (line) {
      const to = Math.max(start, column + 1)
      line += gap(column, to)
      column = to
    }
    line += text
    column += text.length
  }
  return line
}

const tab = 8

const gap = (from: number, to: number): string => {
  const tabs = Math.floor(to / tab) - Math.floor(from / tab)
  return tabs > 0 ? '\t'.repeat(tabs) + ' '.repeat(to % tab) : ' '.repeat(to - from)
}
