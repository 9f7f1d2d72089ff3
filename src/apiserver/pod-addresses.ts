import type { Pod } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { addressAt, sizeOf } from '../util/ip.ts'
import { isDefined } from '../util/range.ts'

/** Where each range of pod addresses stands: the number of the next address to give, kept with the cluster. */
export type Cursors = Map<string, number>

// .0 is the network, .1 the node's bridge.
const first = 2

/**
 * The next address of each of some ranges for a pod, round and round, skipping what other pods hold. None at all if one
 * of the ranges has no address left.
 */
export const nextAddresses = (view: ClusterView, cursors: Cursors, ranges: readonly string[]): readonly string[] => {
  const found = ranges.map(range => nextFree(view, cursors, range))
  const addresses = found.filter(isDefined)
  if (addresses.length < ranges.length) return []
  found.forEach((next, index) => {
    if (next) cursors.set(ranges[index] ?? '', next.cursor)
  })
  return addresses.map(({ address }) => address)
}

const nextFree = (
  view: ClusterView,
  cursors: Cursors,
  range: string,
): { readonly address: string; readonly cursor: number } | undefined => {
  const count = Number(sizeOf(range)) - first - 1
  const start = cursors.get(range) ?? 0
  const held = start >= count ? heldIn(view) : undefined
  for (let step = 0; step < count; step++) {
    const address = addressAt(range, first + ((start + step) % count))
    if (!held?.has(address)) return { address, cursor: start + step + 1 }
  }
  return undefined
}

const heldIn = (view: ClusterView): ReadonlySet<string | undefined> =>
  new Set(view.list<Pod>('Pod').flatMap(({ status }) => [status?.podIP, ...(status?.podIPs ?? []).map(({ ip }) => ip)]))
