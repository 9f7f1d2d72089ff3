import type { Pod, StatefulSet } from '../api/generated/types.ts'
import { isDefined } from '../util/range.ts'
import { defineController, setStatus } from './controller.ts'
import { ordinalOf } from './stateful-set/identity.ts'
import { statusOf } from './stateful-set/status.ts'
import { type Members, nextSteps, revisionNameOf } from './stateful-set/steps.ts'
import { becomingAvailable } from './workload/becoming-available.ts'
import { claim } from './workload/claim.ts'
import { pruned, revisionsOf } from './workload/revisions.ts'
import { ownersOfUnclaimed } from './workload/unclaimed.ts'

/** Keeps pods with names and volumes of their own, one after the other. */
export const statefulSetController = defineController<StatefulSet>({
  name: 'statefulset',
  reconciles: 'StatefulSet',
  owns: ['Pod'],
  watches: { Pod: ownersOfUnclaimed<StatefulSet>('StatefulSet', ({ spec }) => spec?.selector ?? {}) },

  reconcile(set, cluster) {
    const { namespace, deletionTimestamp } = set.metadata
    const candidates = cluster.list<Pod>('Pod', namespace).filter(pod => ordinalOf(set, pod) !== undefined)
    const claimed = claim(set, set.spec?.selector ?? {}, candidates)
    const pods = new Map(claimed.owned.map(pod => [ordinalOf(set, pod) ?? -1, pod]))
    const revisions = revisionsOf(set, cluster, 'controller.kubernetes.io/hash')
    const { latest, all } = revisions
    const current = all.find(({ metadata }) => metadata.name === set.status?.currentRevision) ?? latest
    const members: Members = { set, pods, current, latest, cluster }
    const used = new Set([latest, current].map(({ metadata }) => metadata.name))
    for (const name of claimed.owned.map(revisionNameOf).filter(isDefined)) used.add(name)
    return [
      ...claimed.actions,
      ...revisions.actions,
      ...(deletionTimestamp ? [] : nextSteps(members)),
      ...pruned(set, revisions, used),
      setStatus(set, statusOf(members)),
      ...becomingAvailable(pods.values(), set.spec?.minReadySeconds, cluster.now),
    ]
  },
})
