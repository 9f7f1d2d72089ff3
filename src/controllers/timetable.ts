/** One call to be made at a time: milliseconds, the controller's name, the object's key. */
export type TimedCall = readonly [at: number, controller: string, key: string]

/** Calls to be made later, one for each controller and object. */
export interface Timetable {
  /** When the next one is due; undefined if there is none. */
  readonly next: number | undefined
  readonly calls: readonly TimedCall[]
  set(controller: string, key: string, at: number | undefined): void
  /** Takes out the calls that are due at a time, earliest first. */
  take(until: number): readonly TimedCall[]
}

export const createTimetable = (initial: readonly TimedCall[]): Timetable => {
  const calls = new Map(initial.map(call => [idOf(call[1], call[2]), call]))
  const sorted = (): TimedCall[] => [...calls.values()].sort(inTime)
  let next = earliest(calls.values())
  return {
    get next() {
      return next
    },
    get calls() {
      return sorted()
    },
    set(controller, key, at) {
      const id = idOf(controller, key)
      const old = calls.get(id)?.[0]
      if (old === at) return
      if (at === undefined) calls.delete(id)
      else calls.set(id, [at, controller, key])
      if (old === next && (at === undefined || at > (old ?? 0))) next = earliest(calls.values())
      else if (at !== undefined && (next === undefined || at < next)) next = at
    },
    take(until) {
      const due = sorted().filter(([at]) => at <= until)
      for (const [, controller, key] of due) calls.delete(idOf(controller, key))
      next = earliest(calls.values())
      return due
    },
  }
}

const idOf = (controller: string, key: string): string => `${controller} ${key}`

const inTime = ([left, one, first]: TimedCall, [right, other, second]: TimedCall): number =>
  left - right || (idOf(one, first) < idOf(other, second) ? -1 : 1)

const earliest = (calls: Iterable<TimedCall>): number | undefined => {
  let least: number | undefined
  for (const [at] of calls) if (least === undefined || at < least) least = at
  return least
}
