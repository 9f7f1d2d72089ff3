import type { Node } from '../api/generated/types.ts'
import { gatewayOf, isUp, type Journey, type Leg, nodeAddress, refused, timeout } from './journey.ts'
import { onHost } from './on-host.ts'
import type { Outcome } from './packet.ts'
import { settle } from './settle.ts'
import { type Packet, translate } from './translate.ts'

/** A packet that has come to a node, for the node or for a virtual address: its rules, then the node itself. */
export const atNode = (journey: Journey, node: Node, leg: Leg): Outcome => {
  if (!isUp(node)) return timeout(`node ${node.metadata.name} is down`)
  const isLocal = journey.sender.node === node && journey.sender.addresses.includes(leg.source)
  const result = translated(journey, node, { leg, sender: isLocal ? 'local' : 'outside' })
  if (!result) return onHost(journey, node, leg)
  return 'outcome' in result ? result : settle(journey, result)
}

/** What the rules of a node make of a packet: its end, the packet to its endpoint, or undefined where none matches. */
export const translated = (
  journey: Journey,
  node: Node,
  { leg, sender }: { readonly leg: Leg; readonly sender: Packet['sender'] },
): Outcome | Leg | undefined => {
  const { source, target } = leg
  const result = translate(journey.index, { node, packet: { source, sender, target }, chance: journey })
  if (!result) return undefined
  journey.note(...result.steps)
  if (result.verdict !== 'DNAT') return result.verdict === 'REJECT' ? refused(result.reason) : timeout(result.reason)
  if (result.pin) journey.pin(result.pin)
  const { address, port, node: on } = result.endpoint
  const next: Leg = { source, target: { ...target, address, port } }
  if (!result.masquerade) return next
  // The way to a pod of its own leaves the node by another interface than the way to the rest.
  const isHere = on === node.metadata.name && journey.index.nodeAt(address) === undefined
  const masked = isHere ? gatewayOf(node, address) : nodeAddress(node, address)
  journey.note({ step: 'snat', from: source, to: masked, reason: result.masquerade })
  return { ...next, source: masked }
}
