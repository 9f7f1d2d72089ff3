import type { Service } from '../api/generated/types.ts'
import type { Target, Via } from './packet.ts'
import { isVirtual, type ServicePort, servicePortsOf } from './service-port.ts'

/** What kube-proxy does about an address and port. */
export interface VirtualAddress {
  readonly via: Via
  readonly servicePort: ServicePort
  /** The Service's place in the API, for its endpoints. */
  readonly service: Service
}

/** An address in front of the cluster that hands connections to nodes. */
export interface Balancer {
  readonly service: Service
  /**
   * `proxy`: to a node port, as a client of its own; `packets`: unchanged; `router`: an external IP that is routed
   * here.
   */
  readonly manner: 'proxy' | 'packets' | 'router'
}

/** All Services by what leads to them, so that finding one costs the same however many there are. */
export interface VirtualAddresses {
  at(target: Target): VirtualAddress | undefined
  atNodePort(target: Target): VirtualAddress | undefined
  balancerAt(address: string): Balancer | undefined
  /** The Services that have this address in some way, whatever the port. */
  serviceAt(address: string): Service | undefined
  healthCheckAt(port: number): Service | undefined
}

export const virtualAddresses = (services: readonly Service[]): VirtualAddresses => {
  const virtual = new Map<string, VirtualAddress>()
  const nodePorts = new Map<string, VirtualAddress>()
  const balancers = new Map<string, Balancer>()
  const owners = new Map<string, Service>()
  const healthChecks = new Map<number, Service>()

  for (const service of services) {
    for (const servicePort of servicePortsOf(service)) {
      const { protocol, port, nodePort, family } = servicePort
      for (const [address, via] of addressesOf(servicePort)) {
        addNew(virtual, keyOf({ address, port, protocol }), { via, servicePort, service })
        addNew(owners, address, service)
      }
      const key = nodePortKey({ port: nodePort, protocol, family })
      if (nodePort !== 0) addNew(nodePorts, key, { via: 'nodePort', servicePort, service })
    }
    for (const [address, balancer] of balancersOf(service)) addNew(balancers, address, balancer)
    const { healthCheckNodePort } = service.spec
    if (healthCheckNodePort) addNew(healthChecks, healthCheckNodePort, service)
  }
  return {
    at: target => virtual.get(keyOf(target)),
    atNodePort: ({ address, port, protocol }) =>
      nodePorts.get(nodePortKey({ port, protocol, family: address.includes(':') ? 6 : 4 })),
    balancerAt: address => balancers.get(address),
    serviceAt: address => owners.get(address),
    healthCheckAt: port => healthChecks.get(port),
  }
}

const keyOf = ({ address, port, protocol }: Target): string => `${address} ${port} ${protocol}`
const nodePortKey = ({ port, protocol, family }: { port: number; protocol: string; family: 4 | 6 }): string =>
  `${port} ${protocol} ${family}`

/** Of two Services with one address the first keeps it. */
const addNew = <K, V>(map: Map<K, V>, key: K, value: V): void => {
  if (!map.has(key)) map.set(key, value)
}

const addressesOf = ({ clusterIP, externalIPs, balancerIPs }: ServicePort): readonly (readonly [string, Via])[] => [
  [clusterIP, 'clusterIP'],
  ...externalIPs.map(address => [address, 'externalIP'] as const),
  ...balancerIPs.map(address => [address, 'loadBalancerIP'] as const),
]

const balancersOf = (service: Service): readonly (readonly [string, Balancer])[] => [
  ...(service.status?.loadBalancer?.ingress ?? []).flatMap(ingress => {
    const manner = isVirtual(ingress) ? 'packets' : 'proxy'
    const address = ingress.ip ?? ingress.hostname
    return address ? [[address, { service, manner }] as const] : []
  }),
  ...(service.spec.externalIPs ?? []).map(address => [address, { service, manner: 'router' }] as const),
]
