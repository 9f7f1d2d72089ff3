import type { Node } from '../api/generated/types.ts'
import { atNode, translated } from './at-node.ts'
import { balanced } from './balanced.ts'
import { gatewayOf, type Journey, type Leg, nodeAddress } from './journey.ts'
import { onHost } from './on-host.ts'
import type { Outcome } from './packet.ts'
import { letOut } from './permission.ts'
import { settle } from './settle.ts'

/** From a pod or a node: the rules of its own node come first, then the pod's policies, then the way there. */
export const fromNode = (journey: Journey, node: Node, leg: Leg): Outcome => {
  const { sender } = journey
  const isPod = sender.kind === 'pod' && !sender.pod?.spec.hostNetwork
  const result = translated(journey, node, { leg, sender: isPod ? 'pod' : 'local' })
  if (result && 'outcome' in result) return result
  const next = result ?? leg
  const denied = isPod ? letOut(journey, next) : undefined
  if (denied) return denied
  const sent = isPod ? leaving(journey, node, next) : fromHost(journey, node, next)
  return result ? settle(journey, sent) : onwards(journey, node, sent)
}

/** Towards what the own node has no rule for. */
const onwards = (journey: Journey, node: Node, leg: Leg): Outcome => {
  const { index } = journey
  const { address } = leg.target
  const other = index.nodeAt(address)
  if (other === node) return onHost(journey, node, leg)
  if (other) return atNode(journey, other, leg)
  const balancer = index.virtual.balancerAt(address)
  return balancer?.manner === 'proxy' ? balanced(journey, balancer, leg) : settle(journey, leg)
}

/** A pod's packet takes its node's address when it leaves the pod network: nobody out there knows pods. */
const leaving = ({ index, sender, note }: Journey, node: Node, leg: Leg): Leg => {
  const { source, target } = leg
  const own = index.nodeAt(target.address) === node
  if (own || index.podAt(target.address) || !sender.addresses.includes(source)) return leg
  const to = nodeAddress(node, source)
  note({ step: 'snat', from: source, to, reason: 'it leaves the pod network' })
  return { ...leg, source: to }
}

/** A node speaks to its own pods from the address of their gateway. */
const fromHost = ({ index, sender }: Journey, node: Node, leg: Leg): Leg => {
  const pod = index.podAt(leg.target.address)
  return pod?.spec.nodeName === node.metadata.name && sender.addresses.includes(leg.source)
    ? { ...leg, source: gatewayOf(node, leg.target.address) }
    : leg
}
