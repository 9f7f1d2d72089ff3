import { isUp, type Journey, type Leg, type OutsideHost, refused, timeout } from './journey.ts'
import { onHost } from './on-host.ts'
import type { Outcome, Server } from './packet.ts'
import { deliverToPod } from './pod-delivery.ts'

/** The end of the way of a packet that no rule changes any more: a pod, a node, a host beyond the cluster, nobody. */
export const settle = (journey: Journey, leg: Leg): Outcome => {
  const { index, laptop } = journey
  const { address } = leg.target
  const pod = index.podAt(address)
  if (pod) return deliverToPod(journey, pod, leg)
  const node = index.nodeAt(address)
  if (node) return isUp(node) ? onHost(journey, node, leg) : timeout(`node ${node.metadata.name} is down`)
  if (address === laptop) return atOutside(journey, leg, { name: 'laptop', ports: [] })
  const host = journey.outside(address)
  return host ? atOutside(journey, leg, host) : timeout(nobody(journey, leg))
}

const atOutside = ({ note, laptop }: Journey, { target, source }: Leg, { name, ports }: OutsideHost): Outcome => {
  const { address, port, protocol } = target
  const isAnswered = protocol === 'ICMP' || (protocol === 'TCP' && ports.includes(port))
  note({ step: 'arrival', at: name, address, port })
  if (!isAnswered)
    return address === laptop
      ? refused('nothing listens on the laptop')
      : timeout(`${name} does not answer on ${protocol} port ${port}`)
  const server: Server = protocol === 'ICMP' ? 'ping' : 'outside'
  return { outcome: 'delivered', receiver: { kind: 'host', name, server }, address, port, sourceAddress: source }
}

const nobody = ({ index }: Journey, { target }: Leg): string => {
  const { address, port, protocol } = target
  const service = index.virtual.serviceAt(address)
  if (!service) return `nobody has the address ${address}`
  const name = `${service.metadata.namespace}/${service.metadata.name}`
  return protocol === 'ICMP'
    ? `${address} is a virtual IP of Service ${name}: no interface has it, so nothing answers ping`
    : `Service ${name} has no ${protocol} port ${port}`
}
