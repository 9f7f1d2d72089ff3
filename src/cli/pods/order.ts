import type { Pod } from '../../api/generated/types.ts'
import { isPodReady, readySince } from '../../api/pod-status.ts'
import { compareBytes } from '../../util/compare.ts'

type Order = (left: Pod, right: Pod) => number

/** The pod to work with first: assigned, running, ready, staying, ready for longest, never restarted, old. */
export const mostActive: Order = (left, right) =>
  compareAll(left, right, [byStanding, byDeletion, byReadyTime, (a, b) => restarts(a) - restarts(b), byAge])

/** The pod whose logs to read first: the same, but one that was restarted has more to tell. */
export const mostTelling: Order = (left, right) =>
  compareAll(left, right, [byStanding, byReadyTime, (a, b) => restarts(b) - restarts(a), byAge])

const compareAll = (left: Pod, right: Pod, orders: readonly Order[]): number => {
  for (const order of orders) {
    const result = order(left, right)
    if (result !== 0) return result
  }
  return 0
}

const byStanding: Order = (left, right) => standing(left) - standing(right)

const phases = ['Running', 'Unknown', 'Pending']

// Phases that have ended count as running there.
const standing = (pod: Pod): number =>
  (pod.spec.nodeName ? 0 : 100) + Math.max(0, phases.indexOf(pod.status?.phase ?? '')) * 10 + (isPodReady(pod) ? 0 : 1)

const byDeletion: Order = ({ metadata: left }, { metadata: right }) =>
  Number(left.deletionTimestamp !== undefined) - Number(right.deletionTimestamp !== undefined)

const byReadyTime: Order = (left, right) => (readySince(left) ?? 0) - (readySince(right) ?? 0)

const restarts = ({ status }: Pod): number =>
  Math.max(0, ...(status?.containerStatuses ?? []).map(({ restartCount }) => restartCount))

const byAge: Order = ({ metadata: left }, { metadata: right }) =>
  compareBytes(left.creationTimestamp ?? '', right.creationTimestamp ?? '')
