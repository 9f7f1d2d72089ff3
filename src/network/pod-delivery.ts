import type { Pod } from '../api/generated/types.ts'
import { isUp, type Journey, type Leg, refused, timeout } from './journey.ts'
import { listenerOf, openPorts } from './listener.ts'
import type { Outcome } from './packet.ts'
import { keptOut } from './permission.ts'

/** A packet at its pod: policies, then whoever listens there. */
export const deliverToPod = (journey: Journey, pod: Pod, leg: Leg): Outcome => {
  const { index, behaviourOf, note } = journey
  const name = `${pod.metadata.namespace}/${pod.metadata.name}`
  const node = index.nodeNamed(pod.spec.nodeName)
  if (node && !isUp(node)) return timeout(`node ${node.metadata.name} of pod ${name} is down`)
  const denied = keptOut(journey, pod, leg)
  if (denied) return denied
  const { address, port, protocol } = leg.target
  note({ step: 'arrival', at: `pod/${name}`, address, port })
  const arrived = { outcome: 'delivered', address, port, sourceAddress: leg.source } as const
  if (protocol === 'ICMP') return { ...arrived, receiver: { kind: 'pod', pod } }
  const listener = listenerOf(pod, leg.target, behaviourOf)
  if (listener) return { ...arrived, receiver: { kind: 'pod', pod, ...listener } }
  return refused(
    `no container of pod ${name} listens on ${protocol} port ${port}: ${told(openPorts(pod, behaviourOf))}`,
  )
}

const told = (ports: readonly number[] | 'all'): string => {
  if (ports === 'all') return 'its open ports are of another protocol'
  return ports.length ? `open are ${ports.join(', ')}` : 'none is open'
}
