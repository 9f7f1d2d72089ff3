import type { Row } from '../../tools/trace/row.ts'
import type { Share } from '../../tools/trace/spread.ts'
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
  if (!out.isTerminal) return out.write(`${[heading, ...rows.flatMap(plainRow), because].join('\n')}\n`)
  const { Chalk } = await import('chalk')
  const paint = new Chalk({ level: 1 })
  const table = await drawFrame({
    widths: [14, frameWidth(out) - 17],
    rows: rows.map(({ title, lines }) => [paint.cyan(title), lines.join('\n')]),
  })
  out.write(`${paint.bold(heading)}\n${table}${paint.bold(because)}\n`)
}

const plainRow = ({ title, lines }: Row): readonly string[] =>
  lines.map((line, index) => `${(index === 0 ? title : '').padEnd(13)}${line}`)

/** Prints how requests spread, a bar for each end. */
export const printSpread = async (shares: readonly Share[], out: Output): Promise<void> => {
  const total = shares.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(1, ...shares.map(({ count }) => count))
  const width = Math.max(...shares.map(({ end }) => end.length))
  const { Chalk } = await import('chalk')
  const paint = new Chalk({ level: out.isTerminal ? 1 : 0 })
  for (const { end, count } of shares) {
    const bar = '█'.repeat(Math.round((count / most) * 30)).padEnd(30)
    const percent = `${Math.round((count / total) * 1000) / 10} %`
    out.write(`${end.padEnd(width)}  ${paint.green(bar)} ${String(count).padStart(5)}  ${percent.padStart(6)}\n`)
  }
}
