import { parseGoDuration } from '../../util/go-duration.ts'
import { atoi, wrongArguments } from '../corefile/values.ts'
import type { Directive } from '../plugin.ts'

/** Checks `prefetch AMOUNT [DURATION [PERCENTAGE%]]`: to fetch an answer before it is asked for changes none. */
export const checkPrefetch = (line: Directive): void => {
  const [amount, duration, share] = line.args
  if (amount === undefined || line.args.length > 3) throw wrongArguments(line)
  if (atoi(amount) < 0) throw new Error(`prefetch amount should be positive: ${amount}`)
  if (duration !== undefined) parseGoDuration(duration)
  if (share === undefined) return
  if (!share.endsWith('%')) {
    throw new Error(`last character of percentage should be \`%\`, but is: '${share.at(-1)}'`)
  }
  const percent = atoi(share.slice(0, -1))
  if (percent < 10 || percent > 90) throw new Error(`percentage should fall in range [10, 90]: ${percent}`)
}

/** How long an answer is given after its time (seconds), and whether a new one is tried for before. */
export interface Stale {
  readonly stale: number
  readonly verifies: boolean
}

/** Reads `serve_stale [DURATION] [immediate|verify ...]`. */
export const staleOptions = (line: Directive): Stale => {
  const [duration, mode = 'immediate', ...times] = line.args
  const kind = mode.toLowerCase()
  if (line.args.length > 5 || (kind === 'immediate' && times.length > 2)) throw wrongArguments(line)
  const seconds = duration === undefined ? 3600 : parseGoDuration(duration) / 1000
  if (seconds < 0) throw new Error('invalid negative duration for serve_stale')
  if (kind !== 'immediate' && kind !== 'verify') throw new Error(`invalid value for serve_stale refresh mode: ${kind}`)
  times.forEach(parseGoDuration)
  return { stale: seconds, verifies: kind === 'verify' }
}
