import type { Controller } from './controller.ts'
import { cronJobController } from './cron-job.ts'
import { daemonSetController } from './daemon-set.ts'
import { defaultServiceCidr } from './default-service-cidr.ts'
import { deploymentController } from './deployment.ts'
import { disruptionController } from './disruption.ts'
import { endpointSliceController } from './endpoint-slice.ts'
import { endpointSliceMirroring } from './endpoint-slice-mirroring.ts'
import { endpointsController } from './endpoints.ts'
import { garbageCollectors } from './garbage-collector.ts'
import { horizontalPodAutoscalerController } from './horizontal-pod-autoscaler.ts'
import { ingressController } from './ingress.ts'
import { jobController } from './job.ts'
import { jobPodController } from './job-pod.ts'
import { kubelet } from './kubelet.ts'
import { kubernetesService } from './kubernetes-service.ts'
import { loadBalancerController } from './load-balancer.ts'
import { namespaceController } from './namespace.ts'
import { nodeLifecycle } from './node-lifecycle.ts'
import { nodeTaints } from './node-taints.ts'
import { persistentVolumeController } from './persistent-volume.ts'
import { persistentVolumeClaimController } from './persistent-volume-claim.ts'
import { replicaSetController } from './replica-set.ts'
import { replicationController } from './replication-controller.ts'
import { resourceQuotaController } from './resource-quota.ts'
import { rootCaController } from './root-ca.ts'
import { scheduler } from './scheduler.ts'
import { serviceAccountController } from './service-account.ts'
import { serviceCidrController } from './service-cidr.ts'
import { statefulSetController } from './stateful-set.ts'
import { taintEviction } from './taint-eviction.ts'

/** Every controller, in the order in which they look at a change. */
export const controllers: readonly Controller[] = [
  deploymentController,
  replicaSetController,
  replicationController,
  statefulSetController,
  daemonSetController,
  cronJobController,
  jobController,
  jobPodController,
  nodeLifecycle,
  nodeTaints,
  taintEviction,
  scheduler,
  kubelet,
  disruptionController,
  horizontalPodAutoscalerController,
  defaultServiceCidr,
  serviceCidrController,
  kubernetesService,
  serviceAccountController,
  rootCaController,
  resourceQuotaController(),
  persistentVolumeClaimController,
  persistentVolumeController,
  namespaceController,
  endpointsController,
  endpointSliceController,
  endpointSliceMirroring,
  loadBalancerController,
  ingressController,
  ...garbageCollectors(),
]
