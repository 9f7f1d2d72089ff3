import type { LabelSelector, ReplicationController } from '../api/generated/types.ts'
import { defineController, setStatus } from './controller.ts'
import { keepPods } from './workload/pod-set.ts'
import { ownersOfUnclaimed } from './workload/unclaimed.ts'

/** Keeps as many pods alive as the ReplicationController asks for. */
export const replicationController = defineController<ReplicationController>({
  name: 'replicationcontroller',
  reconciles: 'ReplicationController',
  owns: ['Pod'],
  watches: { Pod: ownersOfUnclaimed<ReplicationController>('ReplicationController', owner => selectorOf(owner)) },

  reconcile(controller, cluster) {
    const { spec, status, metadata } = controller
    const kept = keepPods(
      {
        owner: controller,
        selector: selectorOf(controller),
        template: spec?.template ?? {},
        replicas: spec?.replicas ?? 1,
        minReadySeconds: spec?.minReadySeconds ?? 0,
        component: 'replication-controller',
      },
      cluster,
    )
    const conditions = status?.conditions ? { conditions: status.conditions } : {}
    const observedGeneration = metadata.generation ?? 0
    return [...kept.actions, setStatus(controller, { ...kept.numbers, observedGeneration, ...conditions })]
  },
})

const selectorOf = ({ spec }: ReplicationController): LabelSelector => ({ matchLabels: spec?.selector ?? {} })
