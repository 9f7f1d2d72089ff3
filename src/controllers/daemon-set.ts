import type { DaemonSet, Node, Pod } from '../api/generated/types.ts'
import { defineController, setStatus } from './controller.ts'
import { wishFor } from './daemon-set/nodes.ts'
import { fill, type Place, renew } from './daemon-set/places.ts'
import { nodeOf } from './daemon-set/pod.ts'
import { statusOf } from './daemon-set/status.ts'
import { becomingAvailable } from './workload/becoming-available.ts'
import { candidatesOf } from './workload/candidates.ts'
import { claim } from './workload/claim.ts'
import { pruned, revisionLabel, revisionsOf } from './workload/revisions.ts'
import { ownersOfUnclaimed } from './workload/unclaimed.ts'

/** Keeps one pod on every node that the set is for. */
export const daemonSetController = defineController<DaemonSet>({
  name: 'daemonset',
  reconciles: 'DaemonSet',
  owns: ['Pod'],
  watches: {
    Pod: ownersOfUnclaimed<DaemonSet>('DaemonSet', ({ spec }) => spec?.selector ?? {}),
    Node: (_, cluster) => cluster.list<DaemonSet>('DaemonSet'),
  },

  reconcile(set, cluster) {
    const { deletionTimestamp } = set.metadata
    const selector = set.spec?.selector ?? {}
    const claimed = claim(set, selector, candidatesOf<Pod>('Pod', set, selector, cluster))
    const places: readonly Place[] = cluster.list<Node>('Node').map(node => ({
      node: node.metadata.name,
      ...wishFor(set, node),
      pods: claimed.owned.filter(pod => nodeOf(pod) === node.metadata.name),
    }))
    const revisions = revisionsOf(set, cluster, revisionLabel)
    const { latest, all } = revisions
    const hash = latest.metadata.labels?.[revisionLabel] ?? ''
    const hashes = new Set([hash, ...claimed.owned.map(({ metadata }) => metadata.labels?.[revisionLabel])])
    const used = all.filter(({ metadata }) => hashes.has(metadata.labels?.[revisionLabel]))
    const filling = deletionTimestamp ? [] : fill(set, places, hash)
    return [
      ...claimed.actions,
      ...revisions.actions,
      ...filling,
      ...(deletionTimestamp || filling.length > 0 ? [] : renew(set, places, hash, cluster)),
      ...pruned(set, revisions, new Set(used.map(({ metadata }) => metadata.name))),
      setStatus(set, statusOf(set, places, hash, cluster.now)),
      ...becomingAvailable(claimed.owned, set.spec?.minReadySeconds, cluster.now),
    ]
  },
})
