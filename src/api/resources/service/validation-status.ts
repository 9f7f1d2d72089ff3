import { type FieldError, forbidden, notSupported, required } from '../../field-error.ts'
import type { LoadBalancerIngress, Service } from '../../generated/types.ts'
import { validateIp } from '../../validation/ip.ts'
import { validateIngressHostname } from '../../validation/load-balancer.ts'
import { isLoadBalancer } from './kinds.ts'

const modes = ['Proxy', 'VIP']

/** The faults of what a load balancer wrote into the status. */
export const validateStatus = (service: Service): readonly FieldError[] => {
  const field = 'status.loadBalancer.ingress'
  const ingress = service.status?.loadBalancer?.ingress ?? []
  if (!isLoadBalancer(service) && ingress.length > 0) {
    return [forbidden(field, "may only be used when `spec.type` is 'LoadBalancer'")]
  }
  return ingress.flatMap((entry, index) => checkIngress(entry, `${field}[${index}]`))
}

const checkIngress = ({ ip, ipMode, hostname }: LoadBalancerIngress, field: string): readonly FieldError[] => [
  ...(ip ? validateIp(ip, `${field}.ip`) : []),
  ...checkMode(ip, ipMode, `${field}.ipMode`),
  ...(hostname ? validateIngressHostname(hostname, `${field}.hostname`) : []),
]

const checkMode = (ip: string | undefined, mode: string | undefined, field: string): readonly FieldError[] => {
  if (mode === undefined) return ip ? [required(field, 'must be specified when `ip` is set')] : []
  if (!ip) return [forbidden(field, 'may not be specified when `ip` is not set')]
  return modes.includes(mode) ? [] : [notSupported(field, mode, modes)]
}
