import { createHash } from 'node:crypto'
import { hostPort, type ProxyEndpoint } from '../endpoint.ts'
import type { ServicePort } from '../service-port.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The first letters of a text's SHA-256 in base 32 (RFC 4648), as kube-proxy names chains. */
const digest = (text: string, length: number): string => {
  const bits = [...createHash('sha256').update(text).digest()].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length }, (_, at) => alphabet[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('')
}

const protocolOf = ({ protocol }: ServicePort): string => protocol.toLowerCase()

/** What follows KUBE-SVC-, KUBE-SVL-, KUBE-EXT- and KUBE-FW- in iptables. */
export const serviceHash = (servicePort: ServicePort): string =>
  digest(`${servicePort.name}${protocolOf(servicePort)}`, 16)

/** What follows KUBE-SEP-. */
export const endpointHash = (servicePort: ServicePort, { address, port }: ProxyEndpoint): string =>
  digest(`${servicePort.name}${protocolOf(servicePort)}${hostPort(address, port)}`, 16)

/** What follows service-, local-, external- and firewall- in nftables. */
export const serviceChainBase = (servicePort: ServicePort): string => {
  const { namespace, service, portName } = servicePort
  return hashed(`${namespace}/${service}/${protocolOf(servicePort)}/${portName}`)
}

/** What follows endpoint- and affinity- in nftables. */
export const endpointChainBase = (servicePort: ServicePort, { address, port }: ProxyEndpoint): string => {
  const { namespace, service, portName } = servicePort
  // A colon would end the name of a chain.
  const readable = address.replaceAll(':', '.')
  return hashed(`${namespace}/${service}/${protocolOf(servicePort)}/${portName}__${readable}/${port}`)
}

const hashed = (name: string): string => `${digest(name, 8)}-${name}`
