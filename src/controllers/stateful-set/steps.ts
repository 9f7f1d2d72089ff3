import type { ControllerRevision, Pod, StatefulSet } from '../../api/generated/types.ts'
import { isPodAvailable, isPodFinished, isPodReady } from '../../api/pod-status.ts'
import { type Action, type Cluster, create, remove, tell } from '../controller.ts'
import { nextBurst } from '../workload/burst.ts'
import { revisionLabel } from '../workload/revisions.ts'
import { claimsOf, podOf } from './identity.ts'

/** A set with its pods by number. */
export interface Members {
  readonly set: StatefulSet
  readonly pods: ReadonlyMap<number, Pod>
  /** The revision that it leaves, and the one that it goes to. */
  readonly current: ControllerRevision
  readonly latest: ControllerRevision
  readonly cluster: Cluster
}

/**
 * What is to be done next: fill the ranks in order, then take away what is too much, then renew from the last one on.
 */
export const nextSteps = (members: Members): readonly Action[] => {
  const filling = fill(members)
  if (filling) return filling
  const emptying = empty(members)
  if (emptying) return emptying
  return renew(members)
}

/** The numbers that a set wants: from `first` up to and without `end`. */
const ordinalsOf = ({ spec }: StatefulSet): { readonly first: number; readonly end: number } => {
  const first = spec?.ordinals?.start ?? 0
  return { first, end: first + (spec?.replicas ?? 1) }
}

const isParallel = ({ spec }: StatefulSet): boolean => spec?.podManagementPolicy === 'Parallel'

const isLeaving = ({ metadata }: Pod): boolean => metadata.deletionTimestamp !== undefined

/** Undefined if all ranks are filled and nothing has to be waited for. */
const fill = (members: Members): readonly Action[] | undefined => {
  const { set, pods, cluster } = members
  const actions: Action[] = []
  const { first, end } = ordinalsOf(set)
  const { count, after } = nextBurst(end - first, [...pods.values()], cluster.now)
  let made = 0
  for (let ordinal = first; ordinal < end; ordinal++) {
    const pod = pods.get(ordinal)
    if (!pod && made++ === count) return [...actions, ...after]
    if (!pod) actions.push(...creation(members, ordinal))
    else if (isPodFinished(pod) && !isLeaving(pod)) actions.push(...deletion(set, pod))
    else if (isHealthy(pod, set, cluster.now)) continue
    if (!isParallel(set)) return actions
  }
  return actions.length > 0 ? actions : undefined
}

const empty = ({ set, pods }: Members): readonly Action[] | undefined => {
  const { first, end } = ordinalsOf(set)
  const surplus = [...pods]
    .filter(([ordinal]) => ordinal < first || ordinal >= end)
    .toSorted(([left], [right]) => right - left)
  if (surplus.length === 0) return undefined
  if (isParallel(set)) return surplus.flatMap(([, pod]) => (isLeaving(pod) ? [] : deletion(set, pod)))
  const [last] = surplus
  return !last || isLeaving(last[1]) ? [] : deletion(set, last[1])
}

const renew = ({ set, pods, latest, cluster }: Members): readonly Action[] => {
  const { updateStrategy } = set.spec ?? {}
  if (updateStrategy?.type === 'OnDelete') return []
  const partition = updateStrategy?.rollingUpdate?.partition ?? 0
  const { first, end } = ordinalsOf(set)
  for (let ordinal = end - 1; ordinal >= first; ordinal--) {
    const pod = pods.get(ordinal)
    if (ordinal < partition || !pod) return []
    if (revisionNameOf(pod) !== latest.metadata.name) return isLeaving(pod) ? [] : deletion(set, pod)
    if (!isHealthy(pod, set, cluster.now)) return []
  }
  return []
}

export const revisionNameOf = ({ metadata }: Pod): string | undefined => metadata.labels?.[revisionLabel]

const isHealthy = (pod: Pod, { spec }: StatefulSet, now: number): boolean =>
  !isLeaving(pod) &&
  pod.status?.phase === 'Running' &&
  isPodReady(pod) &&
  isPodAvailable(pod, spec?.minReadySeconds ?? 0, now)

/** A new pod, and the claims that it needs and that are not there. Below the partition it is of the revision before. */
const creation = ({ set, current, latest, cluster }: Members, ordinal: number): readonly Action[] => {
  const { partition } = set.spec?.updateStrategy?.rollingUpdate ?? {}
  const revision = partition !== undefined && ordinal < partition ? current : latest
  const pod = podOf(set, ordinal, revision)
  const claims = claimsOf(set, ordinal).filter(
    ({ kind, metadata }) => !cluster.get(kind, metadata.namespace, metadata.name),
  )
  return [
    ...claims.flatMap(claim => [
      create(claim),
      tell(set, note(set, 'Create', `Claim ${claim.metadata.name} Pod ${pod.metadata.name}`, 'success')),
    ]),
    {
      do: 'create',
      object: pod,
      regarding: set,
      told: note(set, 'Create', `Pod ${pod.metadata.name}`),
      refused: { type: 'Warning', reason: 'FailedCreate', from: component },
    },
  ]
}

const deletion = (set: StatefulSet, pod: Pod): readonly Action[] => [
  remove(pod),
  tell(set, note(set, 'Delete', `Pod ${pod.metadata.name}`)),
]

const component = 'statefulset-controller'

const note = ({ metadata }: StatefulSet, verb: 'Create' | 'Delete', what: string, end = 'successful') =>
  ({
    type: 'Normal',
    reason: `Successful${verb}`,
    message: `${verb} ${what} in StatefulSet ${metadata.name} ${end}`,
    from: component,
  }) as const
