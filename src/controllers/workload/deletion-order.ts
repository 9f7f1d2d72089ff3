import type { Pod } from '../../api/generated/types.ts'
import { isPodReady, readySince } from '../../api/pod-status.ts'
import { compareBytes } from '../../util/compare.ts'

/** How pods are compared when some have to go: negative if `left` goes first. */
export type DeletionOrder = (left: Pod, right: Pod) => number

/**
 * Upstream's order: without node, pending, not ready, cheap to delete, on a node with many of their like, ready for a
 * short time, often restarted, young. `related` are all pods of the same workload. `now` in milliseconds.
 */
export const deletionOrder = (related: readonly Pod[], now: number): DeletionOrder => {
  const onNode = new Map<string, number>()
  for (const { spec } of related) onNode.set(spec.nodeName ?? '', (onNode.get(spec.nodeName ?? '') ?? 0) + 1)
  const crowd = ({ spec }: Pod): number => onNode.get(spec.nodeName ?? '') ?? 0
  const orders: readonly DeletionOrder[] = [
    by(({ spec }) => (spec.nodeName ? 1 : 0)),
    by(({ status }) => phaseRanks[status?.phase ?? ''] ?? 0),
    by(pod => (isPodReady(pod) ? 1 : 0)),
    by(({ metadata }) => Number(metadata.annotations?.[deletionCost] ?? 0)),
    by(pod => -crowd(pod)),
    inAge(readySince, now),
    by(pod => -restartsOf(pod)),
    inAge(({ metadata }) => Date.parse(metadata.creationTimestamp ?? ''), now),
  ]
  return (left, right) => {
    for (const order of orders) {
      const difference = order(left, right)
      if (difference !== 0) return difference
    }
    return 0
  }
}

const deletionCost = 'controller.kubernetes.io/pod-deletion-cost'
const phaseRanks: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 }

const by =
  (rank: (pod: Pod) => number): DeletionOrder =>
  (left, right) =>
    rank(left) - rank(right)

// The younger goes first, but only the order of magnitude of an age counts; among the like their uid decides.
const inAge =
  (timeOf: (pod: Pod) => number | undefined, now: number): DeletionOrder =>
  (left, right) => {
    const [one, other] = [timeOf(left), timeOf(right)]
    if (one === undefined || other === undefined || one === other) return 0
    return (
      magnitude(now - one) - magnitude(now - other) || compareBytes(left.metadata.uid ?? '', right.metadata.uid ?? '')
    )
  }

const magnitude = (age: number): number => (age <= 0 ? -1 : Math.floor(Math.log2(age * 1_000_000)))

const restartsOf = ({ status }: Pod): number =>
  Math.max(0, ...(status?.containerStatuses ?? []).map(({ restartCount }) => restartCount))
