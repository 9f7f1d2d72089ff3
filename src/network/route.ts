import { atNode } from './at-node.ts'
import { fromLaptop } from './from-laptop.ts'
import { fromNode } from './from-node.ts'
import { type Journey, refused, type Surroundings } from './journey.ts'
import type { Outcome, Pin, Route, Sender, Step, Target } from './packet.ts'
import { deliverToPod } from './pod-delivery.ts'

export interface Request {
  readonly from: Sender
  readonly to: Target
}

/** Decides what becomes of a connection: every decision on the way, and how it ends. */
export const route = (surroundings: Surroundings, { from, to }: Request): Route => {
  const steps: Step[] = []
  let pin: Pin | undefined
  const journey: Journey = {
    ...surroundings,
    sender: from,
    note: (...more) => steps.push(...more),
    pin: made => {
      pin = made
    },
  }
  const outcome = travel(journey, to)
  return { steps, outcome, pin }
}

const travel = (journey: Journey, target: Target): Outcome => {
  const { sender } = journey
  if (isLoopback(target.address)) return onLoopback(journey, target)
  const source = sender.addresses.find(address => address.includes(':') === target.address.includes(':'))
  if (source === undefined) {
    return {
      outcome: 'noRoute',
      reason: `${sender.name} has no ${target.address.includes(':') ? 'IPv6' : 'IPv4'} address`,
    }
  }
  const leg = { source, target }
  return sender.node ? fromNode(journey, sender.node, leg) : fromLaptop(journey, leg)
}

export const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1'

/** To oneself: the containers of the pod, the node's own ports, or what a load balancer opened on the laptop. */
const onLoopback = (journey: Journey, target: Target): Outcome => {
  const { sender } = journey
  const leg = { source: target.address, target }
  if (sender.pod && !sender.pod.spec.hostNetwork) return deliverToPod(journey, sender.pod, leg)
  if (sender.node) return atNode(journey, sender.node, leg)
  if (journey.index.virtual.balancerAt('localhost')) {
    return fromLaptop(journey, { source: journey.laptop, target: { ...target, address: 'localhost' } })
  }
  return target.protocol === 'ICMP'
    ? {
        outcome: 'delivered',
        receiver: { kind: 'host', name: 'laptop', server: 'ping' },
        address: target.address,
        port: 0,
        sourceAddress: target.address,
      }
    : refused('nothing listens on the laptop itself')
}
