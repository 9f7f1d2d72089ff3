import type { Pod } from '../api/generated/types.ts'
import { type Journey, type Leg, timeout } from './journey.ts'
import { type Passage, passage } from './network-policy.ts'
import type { Outcome } from './packet.ts'

/** The end of a packet that NetworkPolicies do not let out of its sender; undefined where it may go. */
export const letOut = (journey: Journey, { target }: Leg): Outcome | undefined => {
  const { sender, index } = journey
  const receiver = index.podAt(target.address)
  if (!sender.pod || isSame(receiver, sender.pod)) return undefined
  const { port, protocol } = target
  const peer = { address: target.address, pod: receiver }
  return verdict(journey, { direction: 'egress', pod: sender.pod, peer, port, protocol, receiver })
}

/** The same where a packet would get into a pod: policies see the address that it has by then. */
export const keptOut = (journey: Journey, pod: Pod, { source, target }: Leg): Outcome | undefined => {
  const { sender, index } = journey
  if (isSame(sender.pod, pod)) return undefined
  // A node has to reach its own pods, or no probe would.
  const isOwnNode = sender.node?.metadata.name === pod.spec.nodeName && isHost(journey)
  if (isOwnNode) return undefined
  const { port, protocol } = target
  const isUnchanged = sender.addresses.includes(source)
  const peer = { address: source, pod: isUnchanged ? sender.pod : index.podAt(source) }
  return verdict(journey, { direction: 'ingress', pod, peer, port, protocol, receiver: pod })
}

// A pod that is not there yet has no uid, and is nobody else's.
const isSame = (left: Pod | undefined, right: Pod): boolean =>
  left === right || (left?.metadata.uid !== undefined && left.metadata.uid === right.metadata.uid)

const isHost = ({ sender }: Journey): boolean => sender.kind === 'node' || sender.pod?.spec.hostNetwork === true

const verdict = ({ index, note }: Journey, asked: Passage): Outcome | undefined => {
  const step = passage(index, asked)
  if (!step) return undefined
  note(step)
  if (step.allowed) return undefined
  const names = step.policies.join(', ')
  return timeout(`NetworkPolicy ${names} does not allow this ${asked.direction} of pod ${step.pod}`)
}
