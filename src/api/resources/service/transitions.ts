import { omit } from '../../../util/omit.ts'
import { sameJson } from '../../../util/same-json.ts'
import type { Service, ServiceSpec } from '../../generated/types.ts'
import {
  isExternallyAccessible,
  isExternalName,
  isLoadBalancer,
  needsHealthCheck,
  nodePortsOf,
  usesNodePorts,
} from './kinds.ts'

/**
 * Takes away what the new type has no use for, where the client left it as it was: what it changed as well is left for
 * validation to refuse. The selector and externalName stay whatever the type.
 */
export const prepareForUpdate = (service: Service, old: Service): Service => {
  const spec = wipes.reduce((before, wipe) => wipe({ ...service, spec: before }, old), service.spec)
  return { ...service, spec, ...(!isLoadBalancer(service) && { status: { ...service.status, loadBalancer: {} } }) }
}

type Wipe = (service: Service, old: Service) => ServiceSpec

const wipeAddresses: Wipe = (service, old) => {
  const { spec } = service
  if (isExternalName(old) || !isExternalName(service)) return spec
  const kept = sameAddresses(service, old) ? omit(spec, 'clusterIP', 'clusterIPs') : spec
  const single = sameJson(spec.ipFamilies, old.spec.ipFamilies) ? omit(kept, 'ipFamilies') : kept
  return spec.ipFamilyPolicy === old.spec.ipFamilyPolicy ? omit(single, 'ipFamilyPolicy') : single
}

const wipeNodePorts: Wipe = (service, old) => {
  const { spec } = service
  if (!usesNodePorts(old) || usesNodePorts(service)) return spec
  const before = nodePortsOf(old)
  if (!spec.ports || !nodePortsOf(service).every(port => before.includes(port))) return spec
  return { ...spec, ports: spec.ports.map(port => omit(port, 'nodePort')) }
}

const wipeHealthCheck: Wipe = (service, old) =>
  needsHealthCheck(old) &&
  !needsHealthCheck(service) &&
  service.spec.healthCheckNodePort === old.spec.healthCheckNodePort
    ? omit(service.spec, 'healthCheckNodePort')
    : service.spec

const wipeLoadBalancer: Wipe = (service, old) => {
  if (!isLoadBalancer(old) || isLoadBalancer(service)) return service.spec
  const same = (['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const).filter(
    key => service.spec[key] === old.spec[key],
  )
  return omit(service.spec, ...same)
}

const wipeTrafficPolicy: Wipe = (service, old) =>
  isExternallyAccessible(old) &&
  !isExternallyAccessible(service) &&
  service.spec.externalTrafficPolicy === old.spec.externalTrafficPolicy
    ? omit(service.spec, 'externalTrafficPolicy')
    : service.spec

const wipes: readonly Wipe[] = [wipeAddresses, wipeNodePorts, wipeHealthCheck, wipeLoadBalancer, wipeTrafficPolicy]

const sameAddresses = ({ spec }: Service, { spec: old }: Service): boolean =>
  (spec.clusterIP ?? '') === (old.clusterIP ?? '') && sameJson(spec.clusterIPs ?? [], old.clusterIPs ?? [])
