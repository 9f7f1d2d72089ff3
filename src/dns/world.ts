import type { ClusterView } from '../api/view.ts'
import type { Clock } from '../util/clock.ts'
import type { Random } from '../util/random.ts'
import type { Transport } from './message.ts'

/** What a name server needs of the world around it. */
export interface World {
  readonly view: ClusterView
  /** Changes whenever the view does: what is derived from the view is kept as long as it stays. */
  readonly revision?: (() => number) | undefined
  readonly clock: Clock
  readonly random: Random
  /** Asks another server. */
  readonly exchange: Transport
  readonly log: (line: string) => void
  readonly env: {
    /** The name servers of the server's own /etc/resolv.conf. */
    readonly upstreams: readonly string[]
    /** The server's own addresses; by them it finds the Service it is behind. */
    readonly addresses: readonly string[]
    /** What the machine that the server runs on is called. */
    readonly hostname?: (() => string) | undefined
    /** Reads a file that the Corefile names; undefined if there is none. */
    readonly readFile?: ((path: string) => string | undefined) | undefined
  }
}
