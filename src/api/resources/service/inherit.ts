import { sameJson } from '../../../util/same-json.ts'
import type { Service, ServicePort, ServiceSpec } from '../../generated/types.ts'
import { isExternalName, needsHealthCheck, nodePortsOf, usesNodePorts } from './kinds.ts'

/**
 * What was allocated before and the client left out is taken over, so that a manifest can be applied again and again.
 */
export const inherit = (service: Service, old: Service | undefined): Service =>
  old ? withMatchingAddresses(withOldValues(service, old), old) : withAddressList(service)

const withOldValues = (service: Service, old: Service): Service => {
  const { spec } = service
  return {
    ...service,
    spec: {
      ...spec,
      ...(!isExternalName(old) && !isExternalName(service) && oldAddresses(spec, old.spec)),
      ...(usesNodePorts(old) && usesNodePorts(service) && { ports: withOldNodePorts(service, old) }),
      ...(needsHealthCheck(old) &&
        needsHealthCheck(service) && {
          healthCheckNodePort: spec.healthCheckNodePort || old.spec.healthCheckNodePort,
        }),
    },
  }
}

const oldAddresses = (spec: ServiceSpec, old: ServiceSpec): Partial<ServiceSpec> => {
  const clusterIP = spec.clusterIP || old.clusterIP
  const takesList = !spec.clusterIPs?.length && clusterIP === old.clusterIP
  return {
    ...(clusterIP && { clusterIP }),
    ...(takesList && old.clusterIPs && { clusterIPs: old.clusterIPs }),
  }
}

/** Ports are recognised by name; a node port that another port has already is not given twice. */
const withOldNodePorts = (service: Service, old: Service): readonly ServicePort[] => {
  const before = new Map((old.spec.ports ?? []).map(({ name = '', nodePort }) => [name, nodePort]))
  const given = nodePortsOf(service)
  return (service.spec.ports ?? []).map(port => {
    const nodePort = before.get(port.name ?? '')
    return port.nodePort || !nodePort || given.includes(nodePort) ? port : { ...port, nodePort }
  })
}

/** A creator may name the one address alone; the list follows. */
const withAddressList = (service: Service): Service => {
  const { clusterIP, clusterIPs } = service.spec
  if (!clusterIP || clusterIPs?.length) return service
  return { ...service, spec: { ...service.spec, clusterIPs: [clusterIP] } }
}

/** A client that changed the one address and says nothing of the list means both. */
const withMatchingAddresses = (service: Service, { spec: old }: Service): Service => {
  const { clusterIP = '', clusterIPs = [] } = service.spec
  const isListOld = clusterIPs.length === 0 || sameJson(clusterIPs, old.clusterIPs)
  if (clusterIP === (old.clusterIP ?? '') || !isListOld) return service
  return { ...service, spec: { ...service.spec, clusterIPs: clusterIP === '' ? [] : [clusterIP] } }
}
