import type { DaemonSet, IntOrString, Pod } from '../../api/generated/types.ts'
import { isPodActive, isPodAvailable, isPodFinished } from '../../api/pod-status.ts'
import { type Action, type Cluster, remove, tell } from '../controller.ts'
import { revisionLabel } from '../workload/revisions.ts'
import { podFor } from './pod.ts'

/** A node as a set sees it. */
export interface Place {
  readonly node: string
  readonly runs: boolean
  readonly stays: boolean
  readonly pods: readonly Pod[]
}

const component = 'daemonset-controller'

/** One pod on each node that is to run one, none where it may not stay. */
export const fill = (set: DaemonSet, places: readonly Place[], hash: string): readonly Action[] =>
  places.flatMap(({ node, runs, stays, pods }) => {
    const gone = pods.filter(pod => isPodFinished(pod) && !isLeaving(pod))
    const active = pods.filter(isPodActive)
    const leaving = !stays ? active : runs ? active.toSorted(byAge).slice(1) : []
    const isFree = runs && pods.length === gone.length
    return [...[...gone, ...leaving].flatMap(pod => deletion(set, pod)), ...(isFree ? [creation(set, node, hash)] : [])]
  })

/** Takes away pods of older templates, as many as may be missing at a time. */
export const renew = (set: DaemonSet, places: readonly Place[], hash: string, { now }: Cluster): readonly Action[] => {
  const { updateStrategy, minReadySeconds = 0 } = set.spec ?? {}
  if (updateStrategy?.type === 'OnDelete') return []
  const running = places.filter(({ runs }) => runs)
  const isAvailable = (pod: Pod): boolean => isPodActive(pod) && isPodAvailable(pod, minReadySeconds, now)
  const missing = running.filter(({ pods }) => !pods.some(isAvailable)).length
  const old = running.flatMap(({ pods }) => pods.filter(pod => isPodActive(pod) && !isOf(pod, hash)))
  const broken = old.filter(pod => !isAvailable(pod))
  const spare = Math.max(0, mostMissing(updateStrategy?.rollingUpdate?.maxUnavailable, running.length) - missing)
  const sound = old.filter(isAvailable).slice(0, spare)
  return [...broken, ...sound].flatMap(pod => deletion(set, pod))
}

export const isOf = ({ metadata }: Pod, hash: string): boolean => metadata.labels?.[revisionLabel] === hash

const isLeaving = ({ metadata }: Pod): boolean => metadata.deletionTimestamp !== undefined

const byAge = (left: Pod, right: Pod): number =>
  Date.parse(left.metadata.creationTimestamp ?? '') - Date.parse(right.metadata.creationTimestamp ?? '')

const mostMissing = (value: IntOrString = 1, total: number): number => {
  const [, percent] = /^(\d+)%$/.exec(String(value)) ?? []
  return Math.max(1, percent === undefined ? Number(value) : Math.ceil((Number(percent) * total) / 100))
}

const creation = (set: DaemonSet, node: string, hash: string): Action => ({
  do: 'create',
  object: podFor(set, node, hash),
  regarding: set,
  told: { type: 'Normal', reason: 'SuccessfulCreate', message: 'Created pod: {name}', from: component },
  refused: { type: 'Warning', reason: 'FailedCreate', from: component },
})

const deletion = (set: DaemonSet, pod: Pod): readonly Action[] => {
  const message = `Deleted pod: ${pod.metadata.name}`
  return [remove(pod), tell(set, { type: 'Normal', reason: 'SuccessfulDelete', message, from: component })]
}
