import type { Service } from '../../generated/types.ts'
import { parseQuantity } from '../../quantity.ts'
import type { QuotaRules } from '../../usage.ts'
import { isLoadBalancer } from './kinds.ts'

export const serviceQuota: QuotaRules<Service> = {
  usage: service => ({
    services: parseQuantity('1'),
    'services.nodeports': parseQuantity(String(opensNodePorts(service) ? (service.spec.ports ?? []).length : 0)),
    'services.loadbalancers': parseQuantity(isLoadBalancer(service) ? '1' : '0'),
  }),
}

/** A load balancer that gets no node ports by itself counts those that it names. */
const opensNodePorts = ({ spec }: Service): boolean =>
  spec.type === 'NodePort' ||
  (spec.type === 'LoadBalancer' &&
    (spec.allocateLoadBalancerNodePorts !== false || (spec.ports ?? []).some(({ nodePort = 0 }) => nodePort > 0)))
