import type { Resource } from '../resource.ts'
import { clusterRole } from './cluster-role.ts'
import { clusterRoleBinding } from './cluster-role-binding.ts'
import { componentStatus } from './component-status.ts'
import { configMap } from './config-map.ts'
import { controllerRevision } from './controller-revision.ts'
import { cronJob } from './cron-job.ts'
import { daemonSet } from './daemon-set.ts'
import { deployment } from './deployment.ts'
import { endpointSlice } from './endpoint-slice.ts'
import { endpoints } from './endpoints.ts'
import { event } from './event.ts'
import { eventOfGroup } from './event-of-group.ts'
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts'
import { horizontalPodAutoscalerV1 } from './horizontal-pod-autoscaler-v1.ts'
import { ingress } from './ingress.ts'
import { ingressClass } from './ingress-class.ts'
import { ipAddress } from './ip-address.ts'
import { job } from './job.ts'
import { lease } from './lease.ts'
import { limitRange } from './limit-range.ts'
import { localSubjectAccessReview } from './local-subject-access-review.ts'
import { namespace } from './namespace.ts'
import { networkPolicy } from './network-policy.ts'
import { node } from './node.ts'
import { otherKindsOf } from './other-kinds.ts'
import { persistentVolume } from './persistent-volume.ts'
import { persistentVolumeClaim } from './persistent-volume-claim.ts'
import { pod } from './pod.ts'
import { podDisruptionBudget } from './pod-disruption-budget.ts'
import { podTemplate } from './pod-template-kind.ts'
import { priorityClass } from './priority-class.ts'
import { replicaSet } from './replica-set.ts'
import { replicationController } from './replication-controller.ts'
import { resourceQuota } from './resource-quota.ts'
import { role } from './role.ts'
import { roleBinding } from './role-binding.ts'
import { runtimeClass } from './runtime-class.ts'
import { secret } from './secret.ts'
import { selfSubjectAccessReview } from './self-subject-access-review.ts'
import { selfSubjectReview } from './self-subject-review.ts'
import { selfSubjectRulesReview } from './self-subject-rules-review.ts'
import { service } from './service.ts'
import { serviceAccount } from './service-account.ts'
import { serviceCidr } from './service-cidr.ts'
import { statefulSet } from './stateful-set.ts'
import { storageClass } from './storage-class.ts'
import { subjectAccessReview } from './subject-access-review.ts'
import { tokenReview } from './token-review.ts'

/** Every kind that the API serves, in the order of discovery. */
export const resources: readonly Resource[] = [
  ...otherKindsOf(''),
  componentStatus,
  configMap,
  endpoints,
  event,
  limitRange,
  namespace,
  node,
  persistentVolumeClaim,
  persistentVolume,
  pod,
  podTemplate,
  replicationController,
  resourceQuota,
  secret,
  serviceAccount,
  service,
  ...otherKindsOf('apiregistration.k8s.io'),
  controllerRevision,
  daemonSet,
  deployment,
  replicaSet,
  statefulSet,
  eventOfGroup,
  selfSubjectReview,
  tokenReview,
  localSubjectAccessReview,
  selfSubjectAccessReview,
  selfSubjectRulesReview,
  subjectAccessReview,
  horizontalPodAutoscaler,
  horizontalPodAutoscalerV1,
  cronJob,
  job,
  ...otherKindsOf('certificates.k8s.io'),
  ingressClass,
  ingress,
  ipAddress,
  networkPolicy,
  serviceCidr,
  podDisruptionBudget,
  clusterRoleBinding,
  clusterRole,
  roleBinding,
  role,
  ...otherKindsOf('storage.k8s.io'),
  storageClass,
  ...otherKindsOf('admissionregistration.k8s.io'),
  ...otherKindsOf('apiextensions.k8s.io'),
  priorityClass,
  lease,
  runtimeClass,
  endpointSlice,
  ...otherKindsOf('resource.k8s.io'),
  ...otherKindsOf('flowcontrol.apiserver.k8s.io'),
]
