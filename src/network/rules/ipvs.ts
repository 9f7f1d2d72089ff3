import { hostPort, type ProxyEndpoint } from '../endpoint.ts'
import type { Plan } from './plan.ts'

/** A virtual server of IPVS with its real servers, as `ipvsadm -Ln` lists them. */
export const ipvsServers = (plan: Plan): readonly string[] => {
  const { servicePort, node, cluster, local } = plan
  const { clusterIP, externalIPs, balancerIPs, port, nodePort, internalLocal, externalLocal } = servicePort
  const inner = internalLocal ? local : cluster
  const outer = externalLocal ? local : cluster
  const server = (address: string, at: number, endpoints: readonly ProxyEndpoint[]): string[] => [
    headOf(plan, hostPort(address, at)),
    ...endpoints.map(realServer),
  ]
  return [
    ...server(clusterIP, port, inner),
    ...[...externalIPs, ...balancerIPs].flatMap(address => server(address, port, outer)),
    ...(nodePort === 0 ? [] : server(node.address, nodePort, outer)),
  ]
}

export const ipvsHeading: readonly string[] = [
  'IP Virtual Server version 1.2.1 (size=4096)',
  'Prot LocalAddress:Port Scheduler Flags',
  '  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn',
]

const headOf = ({ servicePort }: Plan, at: string): string =>
  `${servicePort.protocol.padEnd(4)} ${at} rr${servicePort.affinity === undefined ? '' : ` persistent ${servicePort.affinity}`}`

const realServer = ({ address, port }: ProxyEndpoint): string =>
  `  -> ${hostPort(address, port).padEnd(28)} Masq    1      0          0         `
