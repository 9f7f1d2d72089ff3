import type { Pod, ReplicaSet } from '../api/generated/types.ts'
import { controllerOf } from '../api/meta.ts'
import { isPodActive } from '../api/pod-status.ts'
import { type Cluster, defineController, setStatus } from './controller.ts'
import { keepPods } from './workload/pod-set.ts'
import { ownersOfUnclaimed } from './workload/unclaimed.ts'

/** Keeps as many pods alive as the ReplicaSet asks for. */
export const replicaSetController = defineController<ReplicaSet>({
  name: 'replicaset',
  reconciles: 'ReplicaSet',
  owns: ['Pod'],
  watches: { Pod: ownersOfUnclaimed<ReplicaSet>('ReplicaSet', ({ spec }) => spec.selector) },

  reconcile(replicaSet, cluster) {
    const { spec, status, metadata } = replicaSet
    const kept = keepPods(
      {
        owner: replicaSet,
        selector: spec.selector,
        template: spec.template ?? {},
        replicas: spec.replicas ?? 1,
        minReadySeconds: spec.minReadySeconds ?? 0,
        component: 'replicaset-controller',
        related: own => podsOfSiblings(replicaSet, own, cluster),
      },
      cluster,
    )
    const conditions = status?.conditions ? { conditions: status.conditions } : {}
    const observed = { observedGeneration: metadata.generation ?? 0, terminatingReplicas: kept.terminating }
    return [...kept.actions, setStatus(replicaSet, { ...kept.numbers, ...observed, ...conditions })]
  },
})

/** The pods of all sets of the same Deployment. */
const podsOfSiblings = (replicaSet: ReplicaSet, own: readonly Pod[], cluster: Cluster): readonly Pod[] => {
  const owner = controllerOf(replicaSet)
  if (!owner) return own
  return cluster
    .by<ReplicaSet>('ReplicaSet', 'controller', owner.uid)
    .flatMap(({ metadata }) => cluster.by<Pod>('Pod', 'controller', metadata.uid ?? ''))
    .filter(isPodActive)
}
