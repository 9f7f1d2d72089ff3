import type { EndpointAddress, EndpointSubset } from '../../api/generated/types.ts'

const capacity = 1000

/**
 * Cuts subsets to a thousand addresses in all; undefined if they have no more. Addresses that are not ready go first;
 * each subset keeps its share, rounded up, so that the last one may come short.
 */
export const truncated = (subsets: readonly EndpointSubset[]): readonly EndpointSubset[] | undefined => {
  const ready = count(subsets, 'addresses')
  const notReady = count(subsets, 'notReadyAddresses')
  if (ready + notReady <= capacity) return undefined
  if (ready <= capacity) return cut(subsets, { list: 'notReadyAddresses', total: notReady, most: capacity - ready })
  const readyOnly = subsets.map(({ notReadyAddresses: _, ...subset }) => subset)
  return cut(readyOnly, { list: 'addresses', total: ready, most: capacity })
}

type List = 'addresses' | 'notReadyAddresses'

const count = (subsets: readonly EndpointSubset[], list: List): number =>
  subsets.reduce((sum, subset) => sum + (subset[list]?.length ?? 0), 0)

const cut = (
  subsets: readonly EndpointSubset[],
  { list, total, most }: { list: List; total: number; most: number },
): readonly EndpointSubset[] => {
  let left = most
  return subsets.map(subset => {
    const all: readonly EndpointAddress[] = subset[list] ?? []
    const kept = all.slice(0, Math.min(left, Math.ceil((all.length / total) * most)))
    left -= kept.length
    const { [list]: _, ...rest } = subset
    return kept.length > 0 ? { ...rest, [list]: kept } : rest
  })
}
