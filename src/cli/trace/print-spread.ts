import type { Share } from '../../tools/trace/spread.ts'
import { frameWidth } from '../output/frame.ts'
import type { Output } from '../world/world.ts'

/** Prints how connections spread, a bar for each end: beside it, or under it where a terminal is too narrow. */
export const printSpread = (shares: readonly Share[], out: Output): void => {
  const total = shares.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(1, ...shares.map(({ count }) => count))
  const widest = Math.max(...shares.map(({ end }) => end.length))
  const isNarrow = out.isTerminal && widest + barWidth + numbersWidth + 4 > frameWidth(out)
  for (const { end, count } of shares) {
    const bar = '█'.repeat(Math.round((count / most) * barWidth)).padEnd(barWidth)
    const numbers = `${String(count).padStart(5)}  ${percent(count / total).padStart(7)}`
    out.write(isNarrow ? `${end}\n  ${bar}  ${numbers}\n` : `${end.padEnd(widest)}  ${bar}  ${numbers}\n`, 'spread')
  }
}

const barWidth = 30
const numbersWidth = 14

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
