import type { Controller } from './controller.ts'
import { deploymentController } from './deployment.ts'
import { kubelet } from './kubelet.ts'
import { replicaSetController } from './replica-set.ts'
import { replicationController } from './replication-controller.ts'
import { scheduler } from './scheduler.ts'

/** Every controller, in the order in which they look at a change. */
export const controllers: readonly Controller[] = [
  deploymentController,
  replicaSetController,
  replicationController,
  scheduler,
  kubelet,
]
