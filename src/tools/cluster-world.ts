import type { ClusterView } from '../api/view.ts'
import type { Libc } from '../dns/resolver/search-list.ts'
import { createTransport } from '../dns/transport.ts'
import type { Random } from '../util/random.ts'
import { placeOf } from './place.ts'
import type { Output, ToolWorld } from './tool.ts'

export interface ClusterWorldOptions {
  readonly cluster: ClusterView
  readonly clusterDomain: string
  /** The cluster's time, in milliseconds; the program's own clock goes on from there. */
  readonly now: number
  readonly random: Random
  readonly namespace: string
  /** `pod/NAME`, `node/NAME`, `laptop`; empty is some pod of the namespace. */
  readonly from: string
  readonly libc: Libc
  readonly out: Output
  readonly err: Output
}

/** The world of a program that runs at a place in a simulated cluster. Throws PlaceError if there is no such place. */
export const clusterWorld = (options: ClusterWorldOptions): ToolWorld => {
  const { cluster, random, libc, out, err } = options
  let time = options.now
  const clock = { now: () => time }
  return {
    ...placeOf(options),
    transport: createTransport({ view: cluster, clock, random, revision: () => 0 }),
    clock,
    random,
    libc,
    out,
    err,
    wait(milliseconds) {
      time += milliseconds
    },
  }
}
