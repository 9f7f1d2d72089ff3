import type { Node } from '../api/generated/types.ts'
import { atNode } from './at-node.ts'
import { isUp, type Journey, type Leg, nodeAddress, timeout } from './journey.ts'
import type { Outcome, Target } from './packet.ts'
import type { Balancer, VirtualAddress } from './virtual-addresses.ts'

/** What an address in front of the cluster does: it hands the connection to a node that is up and healthy for it. */
export const balanced = (journey: Journey, balancer: Balancer, leg: Leg): Outcome => {
  const { target } = leg
  const { spec } = balancer.service
  const port = spec.ports?.find(({ port, protocol = 'TCP' }) => port === target.port && protocol === target.protocol)
  if (target.protocol === 'ICMP') return timeout(`${target.address} is a virtual address: it answers no ping`)
  if (!port) return timeout(`nothing is forwarded at port ${target.port} of ${target.address}`)
  if (balancer.manner === 'proxy') return proxied(journey, { leg, balancer, nodePort: port.nodePort ?? 0 })
  const found = journey.index.virtual.at(target)
  if (!found) return timeout(`kube-proxy does not serve ${target.address}`)
  const isChecked = found.via === 'loadBalancerIP' && found.servicePort.externalLocal
  const node = nodeFor(journey, isChecked ? found : undefined)
  if (!node) return timeout(noNode(isChecked))
  const reason =
    balancer.manner === 'router' ? 'the network routes this external IP to a node' : 'the load balancer chose it'
  journey.note({ step: 'balance', node: node.metadata.name, to: target.address, reason })
  return atNode(journey, node, leg)
}

const proxied = (
  journey: Journey,
  { leg, balancer, nodePort }: { leg: Leg; balancer: Balancer; nodePort: number },
): Outcome => {
  if (!nodePort) return timeout(`the load balancer has no node port to forward to`)
  const isLocal = balancer.service.spec.externalTrafficPolicy === 'Local'
  const family = leg.target.address.includes(':') ? '::' : '0.0.0.0'
  const [first] = journey.index.nodes
  const to: Target = { ...leg.target, address: first ? nodeAddress(first, family) : '', port: nodePort }
  const node = nodeFor(journey, isLocal ? journey.index.virtual.atNodePort(to) : undefined)
  if (!node) return timeout(noNode(isLocal))
  const address = nodeAddress(node, family)
  const reason = 'the load balancer connects to its node port'
  journey.note({ step: 'balance', node: node.metadata.name, to: `${address}:${nodePort}`, reason })
  return atNode(journey, node, { ...leg, target: { ...leg.target, address, port: nodePort } })
}

/** A node by chance; where the balancer checks health, one with endpoints of its own. */
const nodeFor = ({ index, random }: Journey, checked: VirtualAddress | undefined): Node | undefined => {
  const nodes = index.nodes.filter(node => isUp(node) && (!checked || index.categories(checked, node).local.length > 0))
  return nodes[random.below(nodes.length)]
}

const noNode = (isChecked: boolean): string =>
  isChecked
    ? 'the load balancer finds no healthy node: externalTrafficPolicy is Local and no node has an endpoint'
    : 'no node is up'
