import { type FieldError, forbidden, invalid, notSupported, notSupportedInOrder, required } from '../../field-error.ts'
import type { Service, ServiceSpec } from '../../generated/types.ts'
import { validateCidr } from '../../validation/ip.ts'
import { validatePort } from '../../validation/ports.ts'
import { isLabelKey } from '../../validation/qualified-name.ts'
import { isExternallyAccessible, isLoadBalancer, needsHealthCheck } from './kinds.ts'

const onlyLoadBalancers = "may only be used when `type` is 'LoadBalancer'"
const policies = ['Cluster', 'Local']
const oneDay = 86_400

export const checkAffinity = ({ spec }: Service): readonly FieldError[] => {
  const { sessionAffinity = '', sessionAffinityConfig: config } = spec
  const timeout = config?.clientIP?.timeoutSeconds ?? 0
  if (sessionAffinity === 'None') {
    return config ? [forbidden('spec.sessionAffinityConfig', 'must not be set when session affinity is None')] : []
  }
  if (sessionAffinity !== 'ClientIP')
    return [notSupported('spec.sessionAffinity', sessionAffinity, ['ClientIP', 'None'])]
  if (timeout > 0 && timeout <= oneDay) return []
  return [
    invalid(
      'spec.sessionAffinityConfig.clientIP.timeoutSeconds',
      timeout,
      `must be greater than 0 and less than ${oneDay}`,
    ),
  ]
}

const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges'

/** Where traffic may come from: the field, or else its annotation of old. */
export const checkSourceRanges = (service: Service): readonly FieldError[] => {
  const ranges = service.spec.loadBalancerSourceRanges ?? []
  // The name of the field is upper case in the real messages too.
  const field = 'spec.LoadBalancerSourceRanges'
  const annotation = service.metadata.annotations?.[rangesAnnotation]
  const place = ranges.length > 0 ? field : `metadata.annotations[${rangesAnnotation}]`
  if (ranges.length === 0 && annotation === undefined) return []
  return [
    ...(isLoadBalancer(service) ? [] : [forbidden(place, onlyLoadBalancers)]),
    ...ranges.flatMap((range, index) => validateCidr(range.trim(), `${field}[${index}]`)),
    ...(ranges.length === 0 && annotation?.trim()
      ? annotation.split(',').flatMap(range => validateCidr(range.trim(), place))
      : []),
  ]
}

export const checkLoadBalancerPorts = (service: Service): readonly FieldError[] =>
  service.spec.allocateLoadBalancerNodePorts === undefined || isLoadBalancer(service)
    ? []
    : [forbidden('spec.allocateLoadBalancerNodePorts', onlyLoadBalancers)]

export const checkClass = (service: Service, old?: Service): readonly FieldError[] => {
  const { loadBalancerClass } = service.spec
  const field = 'spec.loadBalancerClass'
  if (!isLoadBalancer(service)) return loadBalancerClass === undefined ? [] : [forbidden(field, onlyLoadBalancers)]
  const isChanged = old && isLoadBalancer(old) && old.spec.loadBalancerClass !== loadBalancerClass
  return [
    ...(isChanged ? [invalid(field, loadBalancerClass, 'may not change once set')] : []),
    ...(loadBalancerClass === undefined ? [] : isLabelKey(loadBalancerClass)).map(text =>
      invalid(field, loadBalancerClass, text),
    ),
  ]
}

export const checkExternalTraffic = (service: Service): readonly FieldError[] => [
  ...checkExternalPolicy(service),
  ...checkHealthPort(service),
]

const checkExternalPolicy = (service: Service): readonly FieldError[] => {
  const policy = service.spec.externalTrafficPolicy
  const field = 'spec.externalTrafficPolicy'
  if (!isExternallyAccessible(service)) {
    return policy ? [invalid(field, policy, 'may only be set for externally-accessible services')] : []
  }
  if (!policy) return [required(field)]
  return policies.includes(policy) ? [] : [notSupported(field, policy, policies)]
}

const checkHealthPort = (service: Service): readonly FieldError[] => {
  const { healthCheckNodePort: port } = service.spec
  const field = 'spec.healthCheckNodePort'
  if (needsHealthCheck(service)) return port ? validatePort(port, field) : [required(field)]
  if (!port) return []
  return [invalid(field, port, "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'")]
}

export const checkInternalTraffic = ({ spec: { internalTrafficPolicy: policy } }: Service): readonly FieldError[] =>
  policy === undefined || policies.includes(policy)
    ? []
    : [notSupported('spec.internalTrafficPolicy', policy, policies)]

const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode']

export const checkDistribution = ({ trafficDistribution: value }: ServiceSpec): readonly FieldError[] =>
  value === undefined || distributions.includes(value)
    ? []
    : [notSupportedInOrder('spec.trafficDistribution', value, distributions)]
