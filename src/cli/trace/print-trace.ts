import type { Row } from '../../tools/trace/row.ts'
import { wrap } from '../../util/wrap.ts'
import { drawFrame, frameWidth } from '../output/frame.ts'
import type { Output } from '../world/world.ts'

/** What is printed of a trace. */
export interface Picture {
  readonly heading: string
  readonly rows: readonly Row[]
  readonly because: string
}

/** Prints the way of a request: framed on a terminal, as plain lines elsewhere. */
export const printTrace = async ({ heading, rows, because }: Picture, out: Output): Promise<void> => {
  if (!out.isTerminal) return out.write(`${[heading, ...rows.flatMap(plainRow), because].join('\n')}\n`, 'trace')
  const width = frameWidth(out)
  const table = await drawFrame({
    widths: [titleWidth, width - titleWidth - borders],
    rows: rows.map(({ title, lines }) => [title, lines.join('\n')]),
  })
  out.write(`${lines(heading, width)}${table}${lines(because, width)}`, 'trace')
}

const titleWidth = 13
const borders = 3

const lines = (text: string, width: number): string =>
  wrap(text, width)
    .map(line => `${line}\n`)
    .join('')

const plainRow = ({ title, lines }: Row): readonly string[] =>
  lines.map((line, index) => `${(index === 0 ? title : '').padEnd(titleWidth)}${line}`)
