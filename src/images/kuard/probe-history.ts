import type { Probe } from '../../api/generated/types.ts'
import { monthName } from '../../util/months.ts'
import { times } from '../../util/range.ts'
import type { ContainerRun } from '../running.ts'
import type { Switch } from '../switches.ts'

export interface Probed {
  readonly id: number
  /** `Nov 20 10:00:00` */
  readonly when: string
  /** `10 seconds ago` */
  readonly relWhen: string
  readonly code: number
}

const most = 20

/** What the probes of a path have found, the last ones first. They were asked in time, so nobody had to write it down. */
export const probeHistory = (
  path: string,
  switches: readonly Switch[],
  { running, now }: { readonly running: ContainerRun; readonly now: number },
): readonly Probed[] => {
  const { startupProbe, livenessProbe, readinessProbe } = running.container
  const own = [startupProbe, livenessProbe, readinessProbe].filter(probe => probe?.httpGet?.path === path)
  const moments = own.flatMap(probe => (probe ? momentsOf(probe, running.startedAt, now) : []))
  const total = own.reduce((sum, probe) => sum + (probe ? countOf(probe, running.startedAt, now) : 0), 0)
  return moments
    .toSorted((left, right) => right - left)
    .slice(0, most)
    .map((at, index) => ({ id: total - index, when: stamp(at), relWhen: ago(now - at), code: codeAt(switches, at) }))
}

const firstOf = ({ initialDelaySeconds = 0 }: Probe, startedAt: number): number =>
  startedAt + initialDelaySeconds * 1000
const periodOf = ({ periodSeconds = 10 }: Probe): number => periodSeconds * 1000

const countOf = (probe: Probe, startedAt: number, now: number): number =>
  Math.max(0, Math.floor((now - firstOf(probe, startedAt)) / periodOf(probe)) + 1)

const momentsOf = (probe: Probe, startedAt: number, now: number): readonly number[] => {
  const count = countOf(probe, startedAt, now)
  return times(Math.min(count, most), index => firstOf(probe, startedAt) + (count - 1 - index) * periodOf(probe))
}

const codeAt = (switches: readonly Switch[], at: number): number =>
  switches.findLast(({ from }) => from <= at)?.status || 200

const stamp = (at: number): string => {
  const date = new Date(at)
  return `${monthName(date.getUTCMonth())} ${String(date.getUTCDate()).padStart(2)} ${date.toISOString().slice(11, 19)}`
}

const ago = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000)
  if (seconds < 1) return 'now'
  if (seconds < 60) return seconds === 1 ? '1 second ago' : `${seconds} seconds ago`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  const hours = Math.floor(minutes / 60)
  return hours === 1 ? '1 hour ago' : `${hours} hours ago`
}
