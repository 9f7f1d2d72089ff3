import type { Behaviour, BehaviourOf } from '../api/behaviour.ts'
import type { Container, Node, Pod } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { behavioursIn } from '../images/behaviour-of.ts'
import type { Clock } from '../util/clock.ts'
import type { Random } from '../util/random.ts'
import { gatewayOf, nodeAddress, type OutsideHost } from './journey.ts'
import { type NetworkIndex, networkIndex, nodeAddresses, podAddresses } from './network-index.ts'
import type { Pin, Route, Sender } from './packet.ts'
import { type Request, route } from './route.ts'

export interface NetworkOptions {
  readonly view: ClusterView
  /** Changes whenever an object does; what was read before is then read again. */
  revision(): number | string
  readonly clock: Clock
  readonly random: Random
  /** Whom session affinity has sent where, as it was kept. */
  readonly pins?: readonly Pin[] | undefined
  outside?(address: string): OutsideHost | undefined
  readonly laptop?: string | undefined
}

/** The simulated network of a cluster: who could send, and what becomes of what is sent. */
export interface Network {
  route(request: Request): Route
  laptop(): Sender
  /** Undefined if there is no such node. */
  node(name: string): Sender | undefined
  /** A pod by its object, be it one that was never created. */
  pod(pod: Pod): Sender
  /** The nodes that a packet passes on its way to a pod or out, by the addresses that they answer with. */
  hops(from: Sender, address: string): readonly string[]
  /** What a container does; its pod may be one that was never created. */
  behaviour(pod: Pod, container: Container): Behaviour
  /** What session affinity remembers by now. */
  pins(): readonly Pin[]
}

/** Where the user sits: a machine of the company's network. */
export const laptopAddress = '192.168.0.100'

export const createNetwork = (options: NetworkOptions): Network => {
  const { view, clock, random, laptop = laptopAddress, outside = () => undefined } = options
  const pins = new Map((options.pins ?? []).map(pin => [pin.key, pin]))
  let known:
    | { readonly revision: number | string; readonly index: NetworkIndex; readonly behaviourOf: BehaviourOf }
    | undefined
  const current = () => {
    const revision = options.revision()
    if (known?.revision !== revision)
      known = { revision, index: networkIndex(view), behaviourOf: remembering(behavioursIn(view)) }
    return known
  }
  const index = (): NetworkIndex => current().index
  const pinned = (key: string): Pin | undefined => pins.get(key)
  return {
    route(request) {
      const now = clock.now()
      const { index, behaviourOf } = current()
      const made = route({ index, behaviourOf, laptop, outside, random, now, pinned }, request)
      if (made.pin) pins.set(made.pin.key, made.pin)
      return made
    },
    laptop: () => ({ kind: 'laptop', name: 'laptop', addresses: [laptop] }),
    node(name) {
      const node = index().nodeNamed(name)
      return node && { kind: 'node', name: `node/${name}`, addresses: nodeAddresses(node), node }
    },
    pod: pod => podSender(pod, index()),
    hops: (from, address) => hopsOf(from, address, index()),
    behaviour: (pod, container) => current().behaviourOf(pod, container),
    pins: () => [...pins.values()],
  }
}

/** A container's behaviour is found out once as long as its pod stays the same: many packets come to it. */
const remembering = (behaviourOf: BehaviourOf): BehaviourOf => {
  const known = new Map<Pod, Map<Container, Behaviour>>()
  return (pod, container) => {
    const own = known.get(pod) ?? new Map<Container, Behaviour>()
    const behaviour = own.get(container) ?? behaviourOf(pod, container)
    known.set(pod, own.set(container, behaviour))
    return behaviour
  }
}

// A pod that was never created is taken to be on the first worker.
const podSender = (pod: Pod, { nodes, nodeNamed }: NetworkIndex): Sender => ({
  kind: 'pod',
  name: `pod/${pod.metadata.namespace}/${pod.metadata.name}`,
  addresses: podAddresses(pod),
  node: nodeNamed(pod.spec.nodeName) ?? nodes.find(isWorker) ?? nodes[0],
  pod,
})

const isWorker = ({ metadata }: Node): boolean =>
  metadata.labels?.['node-role.kubernetes.io/control-plane'] === undefined

const hopsOf = ({ kind, node }: Sender, address: string, { podAt, nodeNamed }: NetworkIndex): readonly string[] => {
  const far = nodeNamed(podAt(address)?.spec.nodeName)
  const own = kind === 'pod' && node ? [gatewayOf(node, address)] : []
  return far && far !== node ? [...own, nodeAddress(far, address)] : own
}
