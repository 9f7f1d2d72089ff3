import type { KubeObject, Labels } from '../../api/meta.ts'
import { parseAtoi } from '../../util/go-strconv.ts'
import { atoiOrName } from '../generators/ports.ts'
import type { ExposeFlags } from './flags.ts'

/** A port as text, and the protocols that the object speaks there (none: it is not known there). */
export interface WantedPort {
  readonly port: string
  readonly protocols: readonly string[]
}

interface Wanted {
  readonly name: string
  readonly labels: Labels
  readonly selector: Labels
  readonly ports: readonly WantedPort[]
}

/** The Service that `expose` makes, its keys in the order of Go's type. */
export const exposedService = ({ name, labels, selector, ports }: Wanted, flags: ExposeFlags): KubeObject => {
  const { externalIp, type, loadBalancerIp, clusterIp } = flags
  const sessionAffinity = affinityOf(flags)
  const specs = ports.flatMap((port, index) => portSpecs(port, ports.length > 1 ? `port-${index + 1}` : '', flags))
  return {
    kind: 'Service',
    apiVersion: 'v1',
    metadata: { name, ...(Object.keys(labels).length > 0 ? { labels } : {}) },
    spec: {
      ...(specs.length > 0 ? { ports: specs } : {}),
      selector,
      ...(clusterIp ? { clusterIP: clusterIp } : {}),
      ...(type ? { type } : {}),
      ...(externalIp ? { externalIPs: [externalIp] } : {}),
      ...(sessionAffinity ? { sessionAffinity } : {}),
      ...(type === 'LoadBalancer' && loadBalancerIp ? { loadBalancerIP: loadBalancerIp } : {}),
    },
    status: { loadBalancer: {} },
  } as KubeObject
}

const affinityOf = ({ sessionAffinity }: ExposeFlags): string => {
  if (!['', 'None', 'ClientIP'].includes(sessionAffinity)) {
    throw new Error(`unknown session affinity: ${sessionAffinity}`)
  }
  return sessionAffinity
}

// A port that several protocols share becomes one for each, by names of their own.
const portSpecs = ({ port, protocols }: WantedPort, name: string, flags: ExposeFlags): readonly object[] => {
  const number = parseAtoi(port)
  const targetPort = flags.targetPort ? atoiOrName(flags.targetPort) : number
  const spec = (protocol: string, portName: string): object => ({
    ...(portName ? { name: portName } : {}),
    protocol,
    port: number,
    targetPort,
  })
  if (flags.protocol || protocols.length < 2) return [spec(flags.protocol || (protocols[0] ?? 'TCP'), name)]
  return protocols.map(protocol => spec(protocol, `${name || 'port-1'}-${protocol.toLowerCase()}`))
}
