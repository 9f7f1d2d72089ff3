import type { Backend } from '../apiserver/backend.ts'
import { inTurn } from '../util/in-turn.ts'
import type { Session } from './session.ts'

// How often a watch looks for changes, in milliseconds.
const lookEvery = 100

/**
 * A session for many clients at once, as a server has them: their requests take turns, and after each one other
 * programs may have the cluster. Waiting clients leave a frozen clock where it is.
 */
export const sharedBackend = (session: Session, sleep: (milliseconds: number) => Promise<void>): Backend => {
  const turn = inTurn()
  const released = <T>(work: () => Promise<T>): Promise<T> =>
    turn(async () => {
      try {
        return await work()
      } finally {
        session.flush()
      }
    })
  return {
    read: look => released(() => session.read(look)),
    write: change => released(() => session.write(change)),
    pass: milliseconds => sleep(Math.min(milliseconds, lookEvery)),
  }
}
