import type { Resource } from '../resource.ts'
import { configMap } from './config-map.ts'
import { deployment } from './deployment.ts'
import { endpointSlice } from './endpoint-slice.ts'
import { endpoints } from './endpoints.ts'
import { event } from './event.ts'
import { ingress } from './ingress.ts'
import { ingressClass } from './ingress-class.ts'
import { ipAddress } from './ip-address.ts'
import { lease } from './lease.ts'
import { limitRange } from './limit-range.ts'
import { namespace } from './namespace.ts'
import { networkPolicy } from './network-policy.ts'
import { node } from './node.ts'
import { pod } from './pod.ts'
import { replicaSet } from './replica-set.ts'
import { resourceQuota } from './resource-quota.ts'
import { secret } from './secret.ts'
import { service } from './service.ts'
import { serviceAccount } from './service-account.ts'
import { serviceCidr } from './service-cidr.ts'

/** Every kind that the API serves, in the order of discovery. */
export const resources: readonly Resource[] = [
  configMap,
  endpoints,
  event,
  limitRange,
  namespace,
  node,
  pod,
  resourceQuota,
  secret,
  serviceAccount,
  service,
  deployment,
  replicaSet,
  ingressClass,
  ingress,
  ipAddress,
  networkPolicy,
  serviceCidr,
  lease,
  endpointSlice,
]
