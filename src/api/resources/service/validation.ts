import { type FieldError, forbidden, invalid, notSupported, required } from '../../field-error.ts'
import type { Service } from '../../generated/types.ts'
import { validateIp } from '../../validation/ip.ts'
import { validateLabels } from '../../validation/label-selector.ts'
import { isDns1123Subdomain } from '../../validation/names.ts'
import { validateReachableIp } from '../../validation/reachable-ip.ts'
import { checkAddresses } from './address-validation.ts'
import { isExternalName, isHeadless } from './kinds.ts'
import { checkPorts, checkSharedPorts } from './port-validation.ts'
import {
  checkAffinity,
  checkClass,
  checkDistribution,
  checkExternalTraffic,
  checkInternalTraffic,
  checkLoadBalancerPorts,
  checkSourceRanges,
} from './traffic-validation.ts'

/** The faults of a Service, in the order of the real validator. */
export const validate = (service: Service): readonly FieldError[] => [
  ...checkTopology(service),
  ...checkPresence(service),
  ...checkByType(service),
  ...checkPorts(service),
  ...validateLabels(service.spec.selector, 'spec.selector'),
  ...checkAffinity(service),
  ...checkAddresses(service),
  ...checkExternalAddresses(service),
  ...checkType(service),
  ...checkSharedPorts(service),
  ...checkSourceRanges(service),
  ...checkLoadBalancerPorts(service),
  ...checkClass(service),
  ...checkExternalTraffic(service),
  ...checkInternalTraffic(service),
  ...checkDistribution(service.spec),
]

const hints = 'service.kubernetes.io/topology-aware-hints'
const mode = 'service.kubernetes.io/topology-mode'

const checkTopology = ({ metadata: { annotations = {} } }: Service): readonly FieldError[] => {
  const value = annotations[mode]
  if (value === undefined || annotations[hints] === undefined || value === annotations[hints]) return []
  return [invalid(`metadata.annotations[${mode}]`, value, `must match annotations[${hints}] when both are specified`)]
}

const checkPresence = (service: Service): readonly FieldError[] =>
  (service.spec.ports ?? []).length > 0 || isHeadless(service) || isExternalName(service)
    ? []
    : [required('spec.ports')]

const checkByType = (service: Service): readonly FieldError[] => {
  const { type } = service.spec
  if (isExternalName(service)) return checkExternalName(service)
  if (!isHeadless(service) || (type !== 'LoadBalancer' && type !== 'NodePort')) return []
  return [invalid('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${type} services`)]
}

const checkExternalName = ({ spec }: Service): readonly FieldError[] => {
  const { clusterIPs = [], ipFamilies = [], ipFamilyPolicy, externalName = '' } = spec
  const why = 'may not be set for ExternalName services'
  const field = 'spec.externalName'
  // A dot at the end says that the name is complete.
  const name = externalName.replace(/\.$/, '')
  return [
    ...(clusterIPs.length > 0 ? [forbidden('spec.clusterIPs', why)] : []),
    ...(ipFamilies.length > 0 ? [forbidden('spec.ipFamilies', why)] : []),
    ...(ipFamilyPolicy ? [forbidden('spec.ipFamilyPolicy', why)] : []),
    ...(name === '' ? [required(field)] : isDns1123Subdomain(name).map(text => invalid(field, name, text))),
  ]
}

const checkExternalAddresses = ({ spec: { externalIPs = [] } }: Service): readonly FieldError[] =>
  externalIPs.flatMap((address, index) => {
    const field = `spec.externalIPs[${index}]`
    const errors = validateIp(address, field)
    return errors.length > 0 ? errors : validateReachableIp(address, field)
  })

const types = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']

const checkType = ({ spec: { type } }: Service): readonly FieldError[] =>
  type && types.includes(type) ? [] : [notSupported('spec.type', type, types)]
