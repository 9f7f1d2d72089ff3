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
  // By controller, then by key: most calls are set to nothing, and need no key of both to find that out.
  const times = new Map<string, Map<string, number>>()
  const timesOf = (controller: string): Map<string, number> => {
    const known = times.get(controller) ?? new Map<string, number>()
    times.set(controller, known)
    return known
  }
  for (const [at, controller, key] of initial) timesOf(controller).set(key, at)

  // Worked out when it is asked for, after something that may have made it another one.
  let next: { readonly at: number | undefined } | undefined
  const earliest = (): number | undefined => {
    let least: number | undefined
    for (const calls of times.values()) {
      for (const at of calls.values()) if (least === undefined || at < least) least = at
    }
    return least
  }
  const callsUntil = (until: number): TimedCall[] => {
    const due: TimedCall[] = []
    for (const [controller, calls] of times) {
      for (const [key, at] of calls) if (at <= until) due.push([at, controller, key])
    }
    return due.sort(inTime)
  }

  return {
    get next() {
      next ??= { at: earliest() }
      return next.at
    },
    get calls() {
      return callsUntil(Number.POSITIVE_INFINITY)
    },
    set(controller, key, at) {
      const calls = timesOf(controller)
      const old = calls.get(key)
      if (old === at) return
      if (at === undefined) calls.delete(key)
      else calls.set(key, at)
      next = undefined
    },
    take(until) {
      const due = callsUntil(until)
      for (const [, controller, key] of due) times.get(controller)?.delete(key)
      next = undefined
      return due
    },
  }
}

const inTime = ([left, one, first]: TimedCall, [right, other, second]: TimedCall): number =>
  left - right || (one === other ? (first < second ? -1 : 1) : one < other ? -1 : 1)
