import type { Resource } from '../resource.ts'
import { endpointSlice } from './endpoint-slice.ts'
import { endpoints } from './endpoints.ts'
import { event } from './event.ts'
import { ingress } from './ingress.ts'
import { ingressClass } from './ingress-class.ts'
import { ipAddress } from './ip-address.ts'
import { networkPolicy } from './network-policy.ts'
import { service } from './service.ts'
import { serviceCidr } from './service-cidr.ts'

/** Every kind that the API serves, in the order of discovery. */
export const resources: readonly Resource[] = [
  endpoints,
  event,
  service,
  ingressClass,
  ingress,
  ipAddress,
  networkPolicy,
  serviceCidr,
  endpointSlice,
]
