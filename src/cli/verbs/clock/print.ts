import { toRfc3339 } from '../../../util/clock.ts'
import type { Context } from '../../verb.ts'
import type { ClusterClock } from '../../world/world.ts'

export const openClock = ({ world, cluster }: Context): Promise<ClusterClock> => world.openClock(cluster)

/** Prints the time and whether it stands still: `2026-11-20T10:46:41Z (frozen)`. */
export const printClock = async (clock: ClusterClock, { io }: Context): Promise<void> => {
  const { now, frozen } = await clock.show()
  io.out.write(`${toRfc3339(now)}${frozen ? ' (frozen)' : ''}\n`)
}
