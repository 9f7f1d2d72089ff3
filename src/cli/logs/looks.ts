import type { WatchEvent } from '../../api/client.ts'
import type { World } from '../world/world.ts'

// How often what nobody tells of is looked at, in milliseconds; less often where a look itself takes long.
const every = 200
const shareOfLooking = 4

/** The events of a watch, and between them, every now and then, undefined: a log grows without any. */
export async function* looks(
  watch: AsyncIterable<WatchEvent>,
  { clock, wait }: Pick<World, 'clock' | 'wait'>,
): AsyncGenerator<WatchEvent | undefined> {
  const events = watch[Symbol.asyncIterator]()
  let next = events.next()
  let pause = every
  for (;;) {
    const come = await Promise.race([next, wait(pause)])
    if (come?.done) return
    const before = clock.now()
    yield come?.value
    pause = Math.max(every, shareOfLooking * (clock.now() - before))
    if (come) next = events.next()
  }
}
