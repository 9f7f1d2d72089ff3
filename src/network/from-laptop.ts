import { atNode } from './at-node.ts'
import { balanced } from './balanced.ts'
import { type Journey, type Leg, timeout } from './journey.ts'
import type { Outcome } from './packet.ts'
import { settle } from './settle.ts'

/** From outside the cluster: only nodes and what stands in front of them can be reached. */
export const fromLaptop = (journey: Journey, leg: Leg): Outcome => {
  const { index } = journey
  const { address } = leg.target
  const node = index.nodeAt(address)
  if (node) return atNode(journey, node, leg)
  const balancer = index.virtual.balancerAt(address)
  if (balancer) return balanced(journey, balancer, leg)
  const service = index.virtual.serviceAt(address)
  if (service) {
    const name = `${service.metadata.namespace}/${service.metadata.name}`
    return timeout(`${address} is the ClusterIP of Service ${name}, which only nodes and pods know`)
  }
  const pod = index.podAt(address)
  if (!pod) return settle(journey, leg)
  const name = `${pod.metadata.namespace}/${pod.metadata.name}`
  return timeout(`${address} is in the pod network (pod ${name}), to which there is no way from the laptop`)
}
