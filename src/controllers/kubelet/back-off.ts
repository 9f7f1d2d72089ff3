import type { ContainerStatus } from '../../api/generated/types.ts'

const first = 10_000
const most = 300_000

/**
 * How long a container that ended waits before it is started again, in milliseconds: nothing the first time, then ten
 * seconds, doubled each time up to five minutes. One that ran for ten minutes begins anew.
 */
export const backOffOf = ({ restartCount, state, lastState }: ContainerStatus): number => {
  const ended = state?.terminated ?? lastState?.terminated
  const ran = Date.parse(ended?.finishedAt ?? '') - Date.parse(ended?.startedAt ?? '')
  if (restartCount === 0 || ran >= 2 * most) return 0
  return Math.min(most, first * 2 ** (restartCount - 1))
}

/** A length of time as Go prints it: `10s`, `1m20s`, `5m0s`. */
export const printDelay = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000)
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`
}
