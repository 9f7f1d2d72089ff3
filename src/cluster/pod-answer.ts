import type { ContainerRequest } from '../api/behaviour.ts'
import type { Heard } from '../api/conversation.ts'
import type { Pod } from '../api/generated/types.ts'
import type { Kubelet, PodAnswer, PodPort, PodTalk } from '../api/kubelet.ts'
import { isPodFinished } from '../api/pod-status.ts'
import type { Snapshot } from '../apiserver/backend.ts'
import { type Listener, listenerOf } from '../network/listener.ts'
import { behavioursOf } from './behaviours-of.ts'
import { type PodRequest, podRequest } from './pod-request.ts'

export interface Asked {
  readonly answer: PodAnswer
  readonly listener?: Listener | undefined
}

/** What a pod answers at a port by itself. */
export const asked = (snapshot: Snapshot, port: PodPort, request: ContainerRequest): Asked => {
  const listener = listenerAt(snapshot, port, 'TCP')
  if (typeof listener === 'string') return { answer: { outcome: listener } }
  const response = listener.behaviour.respond?.({ ...request, port: port.port }, snapshot.now)
  if (!response) return { answer: { outcome: 'closed' }, listener }
  return { answer: { outcome: 'answered', response }, listener }
}

export interface Talked {
  readonly talk: PodTalk
  readonly listener?: Listener | undefined
}

/** What a pod says to bytes at a port. */
export const talked = (snapshot: Snapshot, port: PodPort, heard: Omit<Heard, 'port'>): Talked => {
  const listener = listenerAt(snapshot, port, heard.protocol)
  if (typeof listener === 'string') return { talk: { outcome: listener } }
  const { converse, respond } = listener.behaviour
  const said = converse?.({ ...heard, port: port.port }, snapshot.now)
  if (said) return { talk: { outcome: 'said', said }, listener }
  return { talk: { outcome: respond && heard.protocol === 'TCP' ? 'http' : 'closed' } }
}

const listenerAt = (snapshot: Snapshot, port: PodPort, protocol: Heard['protocol']): Listener | 'gone' | 'refused' => {
  const pod = snapshot.view.get<Pod>('Pod', port.namespace, port.pod)
  if (!pod || isPodFinished(pod) || (port.uid && pod.metadata.uid !== port.uid)) return 'gone'
  const target = { address: pod.status?.podIP ?? '', port: port.port, protocol }
  return listenerOf(pod, target, behavioursOf(snapshot)) ?? 'refused'
}

/** Its answer once it has asked whom it has to ask for it. */
export const withQuestions = async (answer: PodAnswer, from: PodRequest): Promise<PodAnswer> => {
  let answered = answer
  while (answered.outcome === 'answered' && answered.response.asks) {
    const { asks } = answered.response
    answered = { outcome: 'answered', response: asks.answered(await podRequest(from, asks)) }
  }
  return answered
}

/** Who answered a request, and what the server prints of it at a time: milliseconds. */
export interface Answered {
  readonly port: PodPort
  readonly uid: string | undefined
  readonly container: string
  line(time: number): string | undefined
}

/**
 * A kubelet for who only looks: pods answer it, and what that changes at them is forgotten; who wants to can keep what
 * servers print of it.
 */
export const lookingKubelet = (snapshot: Snapshot, noted: (answered: Answered) => void = () => undefined): Kubelet => {
  const backend = { read: async <T>(look: (found: Snapshot) => T) => look(snapshot) }
  const kubelet: Kubelet = {
    log: async () => [],
    request: withinDepth(async (port, request) => {
      const { answer, listener } = asked(snapshot, port, request)
      const answered = await withQuestions(answer, { backend, kubelet, ...port })
      if (listener && answered.outcome === 'answered') {
        const { container, behaviour } = listener
        const uid = snapshot.view.get<Pod>('Pod', port.namespace, port.pod)?.metadata.uid
        const line = (time: number) => behaviour.accessLine?.(request, answered.response, time)
        noted({ port, uid, container: container.name, line })
      }
      return answered
    }),
    talk: async (port, heard) => talked(snapshot, port, heard).talk,
  }
  return kubelet
}

// Servers that ask each other in a circle have no more connections at some time.
const mostAtOnce = 60

/** The same, as long as not too many requests wait for others. */
export const withinDepth = (request: Kubelet['request']): Kubelet['request'] => {
  let open = 0
  return async (port, wanted) => {
    if (open >= mostAtOnce) return { outcome: 'closed' }
    open += 1
    try {
      return await request(port, wanted)
    } finally {
      open -= 1
    }
  }
}
