import type { BehaviourOf } from '../api/behaviour.ts'
import type { Node } from '../api/generated/types.ts'
import { addressAt } from '../util/ip.ts'
import { type NetworkIndex, nodeAddresses } from './network-index.ts'
import type { Outcome, Pin, Sender, Step, Target } from './packet.ts'
import type { Chance } from './translate.ts'

/** A host beyond the cluster, and the TCP ports that it answers. */
export interface OutsideHost {
  readonly name: string
  readonly ports: readonly number[]
}

/** All that a route is decided by, besides who sends what to where. */
export interface Surroundings extends Chance {
  readonly index: NetworkIndex
  readonly behaviourOf: BehaviourOf
  /** The user's own machine. */
  readonly laptop: string
  /** The host of the company's network or of the Internet that has an address. */
  outside(address: string): OutsideHost | undefined
}

/** A packet on its way, with the notes that are taken of it. */
export interface Journey extends Surroundings {
  readonly sender: Sender
  readonly note: (...steps: readonly Step[]) => void
  readonly pin: (pin: Pin) => void
}

/** Where a packet goes now, and from whom it seems to come. */
export interface Leg {
  readonly source: string
  readonly target: Target
}

export const timeout = (reason: string): Outcome => ({ outcome: 'timeout', reason })
export const refused = (reason: string): Outcome => ({ outcome: 'refused', reason })

export const isUp = ({ status }: Node): boolean =>
  status?.conditions?.find(({ type }) => type === 'Ready')?.status !== 'False' &&
  status?.conditions?.find(({ type }) => type === 'Ready')?.status !== 'Unknown'

/** The node's own address in the family of another one. */
export const nodeAddress = (node: Node, like: string): string =>
  nodeAddresses(node).find(address => address.includes(':') === like.includes(':')) ?? ''

/** The node's address on the way to its pods: the first one of their range. */
export const gatewayOf = (node: Node, like: string): string => {
  const ranges = node.spec?.podCIDRs ?? [node.spec?.podCIDR ?? '']
  const range = ranges.find(candidate => candidate && candidate.includes(':') === like.includes(':'))
  return range ? addressAt(range, 1) : nodeAddress(node, like)
}
