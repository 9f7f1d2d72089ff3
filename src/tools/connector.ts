import type { ContainerRequest, ContainerResponse } from '../api/behaviour.ts'
import type { Heard } from '../api/conversation.ts'
import type { Kubelet, PodTalk } from '../api/kubelet.ts'
import { hostPort } from '../network/endpoint.ts'
import { hostAnswer } from '../network/host-answer.ts'
import type { Network } from '../network/network.ts'
import type { Outcome, Receiver, Route, Sender } from '../network/packet.ts'
import type { Clock } from '../util/clock.ts'
import type { Connect, Connection } from './connection.ts'
import type { Outside } from './outside.ts'

export interface ConnectorOptions {
  readonly network: Network
  readonly sender: Sender
  readonly clock: Clock
  readonly outside: Outside
  /** Brings requests to pods, so that they leave their marks; without it a pod answers and forgets. */
  readonly kubelet?: Kubelet | undefined
  /** Called when session affinity has something new to remember. */
  pinned?(route: Route): Promise<void>
}

/** How a program at a place gets connections. */
export const createConnector =
  (options: ConnectorOptions): Connect =>
  async target => {
    const route = options.network.route({ from: options.sender, to: target })
    if (route.pin) await options.pinned?.(route)
    const { outcome } = route
    return {
      route,
      milliseconds: durations[outcome.outcome](outcome),
      hops: options.network.hops(options.sender, target.address),
      certificate: outcome.outcome === 'delivered' ? certificateOf(outcome, options.outside) : undefined,
      request: request => answered(options, outcome, request),
      talk: heard => talked(options, outcome, { ...heard, protocol: target.protocol === 'UDP' ? 'UDP' : 'TCP' }),
    }
  }

type Delivered = Extract<Outcome, { outcome: 'delivered' }>

// A kernel gives up after some two minutes of unanswered SYN packets.
export const synTimeout = 131_000

const durations: Readonly<Record<Outcome['outcome'], (outcome: Outcome) => number>> = {
  delivered: outcome => (outcome.outcome === 'delivered' && isOutside(outcome.receiver) ? 20 : 1),
  refused: () => 1,
  timeout: () => synTimeout,
  noRoute: () => 0,
}

const isOutside = (receiver: Receiver): boolean => receiver.kind === 'host' && receiver.server === 'outside'

const tlsPorts = new Set([443, 6443, 8443, 10250])

const certificateOf = ({ receiver, port, address }: Delivered, outside: Outside): Connection['certificate'] => {
  if (!tlsPorts.has(port)) return undefined
  if (receiver.kind === 'pod') return { names: [receiver.pod.metadata.name], trusted: false }
  if (receiver.server === 'outside') return { names: outside.namesOf(address), trusted: true }
  return { names: ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc', address], trusted: false }
}

const answered = async (
  { clock, kubelet, outside }: ConnectorOptions,
  outcome: Outcome,
  { encrypted, ...request }: ContainerRequest & { readonly encrypted: boolean },
): Promise<ContainerResponse | undefined> => {
  if (outcome.outcome !== 'delivered') return undefined
  const { receiver, port, address } = outcome
  if (receiver.kind === 'host') {
    return receiver.server === 'outside' ? outside.answer(address, request) : hostAnswer(receiver, request, encrypted)
  }
  const { namespace = 'default', name, uid } = receiver.pod.metadata
  const now = clock.now()
  const seen = { ...request, client: hostPort(outcome.sourceAddress, ephemeralPort(now)) }
  if (!kubelet) return receiver.behaviour?.respond?.(seen, now)
  const answer = await kubelet.request({ namespace, pod: name, uid, port }, seen)
  return answer.outcome === 'answered' ? answer.response : undefined
}

const talked = async (
  { clock, kubelet }: ConnectorOptions,
  outcome: Outcome,
  heard: Omit<Heard, 'port'>,
): Promise<PodTalk> => {
  if (outcome.outcome !== 'delivered') return { outcome: 'closed' }
  const { receiver, port, sourceAddress } = outcome
  if (receiver.kind === 'host') return { outcome: heard.protocol === 'TCP' ? 'http' : 'closed' }
  const { namespace = 'default', name, uid } = receiver.pod.metadata
  const now = clock.now()
  const seen = { ...heard, client: hostPort(sourceAddress, ephemeralPort(now)) }
  if (kubelet) return kubelet.talk({ namespace, pod: name, uid, port }, seen)
  const said = receiver.behaviour?.converse?.({ ...seen, port }, now)
  if (said) return { outcome: 'said', said }
  return { outcome: receiver.behaviour?.respond && heard.protocol === 'TCP' ? 'http' : 'closed' }
}

// One of those that Linux gives to clients.
const ephemeralPort = (now: number): number => 32_768 + (now % 28_232)
