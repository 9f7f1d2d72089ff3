import type { Node, Pod } from '../api/generated/types.ts'
import { type Journey, type Leg, refused } from './journey.ts'
import { listenerOf } from './listener.ts'
import type { Outcome, Receiver, Server } from './packet.ts'
import { deliverToPod } from './pod-delivery.ts'

/** At a node itself, no rule of kube-proxy having taken the packet: pods by its ports, then its own servers. */
export const onHost = (journey: Journey, node: Node, leg: Leg): Outcome => {
  const { target } = leg
  const { name } = node.metadata
  const { index, behaviourOf, note } = journey
  for (const pod of index.podsOnHost(name)) {
    if (pod.spec.hostNetwork && listenerOf(pod, target, behaviourOf)) return deliverToPod(journey, pod, leg)
    const port = mappedPort(pod, leg)
    if (port === undefined) continue
    note({ step: 'hostPort', node: name, port: target.port, pod: `${pod.metadata.namespace}/${pod.metadata.name}` })
    return deliverToPod(journey, pod, { ...leg, target: { ...target, address: pod.status?.podIP ?? '', port } })
  }
  const receiver = receiverOn(journey, node, leg)
  if (!receiver) return refused(`nothing listens on ${target.protocol} port ${target.port} of node ${name}`)
  const { address, port } = target
  note({ step: 'arrival', at: `node/${name}`, address, port })
  return { outcome: 'delivered', receiver, address, port, sourceAddress: leg.source }
}

/** The port of a pod that a port of its node leads to. */
const mappedPort = ({ spec }: Pod, { target }: Leg): number | undefined =>
  spec.hostNetwork
    ? undefined
    : spec.containers
        .flatMap(({ ports }) => ports ?? [])
        .find(
          ({ hostPort, hostIP, protocol = 'TCP' }) =>
            hostPort === target.port &&
            protocol === target.protocol &&
            (!hostIP || hostIP === '0.0.0.0' || hostIP === target.address),
        )?.containerPort

const receiverOn = (journey: Journey, node: Node, { target }: Leg): Receiver | undefined => {
  const name = `node/${node.metadata.name}`
  if (target.protocol === 'ICMP') return { kind: 'host', name, server: 'ping' }
  if (target.protocol !== 'TCP') return undefined
  const server = serverAt(node, target.port)
  return server ? { kind: 'host', name, server } : healthCheck(journey, node, target.port)
}

const serverAt = ({ metadata }: Node, port: number): Server | undefined => {
  if (port === 10250) return 'kubelet'
  if (port === 10256) return 'kube-proxy'
  const isControlPlane = metadata.labels?.['node-role.kubernetes.io/control-plane'] !== undefined
  return port === 6443 && isControlPlane ? 'kube-apiserver' : undefined
}

/** kube-proxy tells load balancers how many ready endpoints of a Service the node has. */
const healthCheck = ({ index }: Journey, { metadata }: Node, nodePort: number): Receiver | undefined => {
  const service = index.virtual.healthCheckAt(nodePort)
  if (!service) return undefined
  const { clusterIP: address = '', ports = [] } = service.spec
  const [first] = ports
  const found = first && index.virtual.at({ address, port: first.port, protocol: first.protocol ?? 'TCP' })
  const endpoints = found ? index.endpoints(found) : []
  const health = {
    service: `${service.metadata.namespace}/${service.metadata.name}`,
    localEndpoints: endpoints.filter(({ ready, node }) => ready && node === metadata.name).length,
  }
  return { kind: 'host', name: `node/${metadata.name}`, server: 'health-check', health }
}
