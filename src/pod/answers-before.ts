/** What a program said, and with what it ended. */
interface Outcome {
  readonly out: string
  readonly err: string
  readonly code: number
}

/** What a program of the network said again and again, from a time to a time: milliseconds. */
export interface Failure extends Outcome {
  readonly line: string
  readonly from: number
  readonly until: number
}

/** What programs of the network have said in a run: what failed before a moment has failed, however the network is now. */
export interface AnswersBefore {
  /** Whether any was asked. */
  readonly isAsked: boolean
  readonly failures: readonly Failure[]
  /** How often in a row the same one has failed. */
  readonly inARow: number
  /** Until when whoever waits will wait in vain, as far as that is known; undefined where nobody waits. */
  readonly vainUntil: number | undefined
  recall(line: string): Outcome | undefined
  keep(line: string, outcome: Outcome): void
}

// So often the same has failed before one can tell that somebody waits.
const often = 20

/** `known` holds for what happens before `until`. */
export const answersBefore = (known: readonly Failure[], until: number, now: () => number): AnswersBefore => {
  const failures: Failure[] = []
  let isAsked = false
  let inARow = 0
  let recalled = 0
  const note = (line: string, { out, err, code }: Outcome): void => {
    const last = failures.at(-1)
    const isSame = last !== undefined && last.line === line && last.err === err && last.out === out
    inARow = isSame ? inARow + 1 : 0
    if (code === 0) return
    if (isSame) failures.pop()
    failures.push({ line, out, err, code, from: isSame ? last.from : now(), until: now() })
  }
  return {
    get isAsked() {
      return isAsked
    },
    failures,
    get inARow() {
      return inARow - recalled
    },
    get vainUntil() {
      return recalled > often && now() < until ? until : undefined
    },
    recall(line) {
      const at = now()
      const failure = at < until && known.find(each => each.line === line && each.from <= at && at <= each.until)
      if (!failure) return undefined
      isAsked = true
      note(line, failure)
      recalled = inARow
      return failure
    },
    keep(line, outcome) {
      isAsked = true
      note(line, outcome)
    },
  }
}
