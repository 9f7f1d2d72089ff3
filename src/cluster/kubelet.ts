import type { ContainerRequest, ContainerResponse, LogLine } from '../api/behaviour.ts'
import type { Pod } from '../api/generated/types.ts'
import type { NodeAgent, PodAnswer, PodPort } from '../api/kubelet.ts'
import { resourceOfKind } from '../api/lookup.ts'
import { isPodFinished } from '../api/pod-status.ts'
import type { Backend, Snapshot } from '../apiserver/backend.ts'
import { createLocalClient } from '../apiserver/local-client.ts'
import { type Listener, listenerOf } from '../network/listener.ts'
import { behavioursOf } from './behaviours-of.ts'
import { loggedBy, merged } from './container-log.ts'
import { changeRecord, noteLines, readRecord } from './pod-records.ts'
import { podRequest } from './pod-request.ts'
import { removalsOf } from './removals.ts'

/** The kubelets of a cluster's nodes, which run each container as its image says. */
export const createKubelet = (backend: Backend): NodeAgent => {
  const kubelet: NodeAgent = {
    async log(wanted) {
      const known = await backend.read(snapshot => loggedBy(snapshot, wanted))
      if (!known?.program) return known?.lines ?? []
      const { programLog } = await import('../pod/program-log.ts')
      const snapshot = await backend.read(found => found)
      const { after = Number.NEGATIVE_INFINITY } = known.program
      const lines = await programLog({ ...known.program, snapshot, disk: () => kubelet.disk(wanted) })
      return merged(
        lines.filter(({ time }) => time > after),
        known.lines,
      )
    },
    async request(port, request) {
      const { answer, listener } = await backend.read(snapshot => asked(snapshot, port, request))
      const left = answer.outcome === 'answered' ? answer.response.leaves : undefined
      if (left) await writeAnnotations(backend, left)
      let answered = answer
      while (answered.outcome === 'answered' && answered.response.asks) {
        const { url, answered: then } = answered.response.asks
        answered = { outcome: 'answered', response: then(await podRequest({ backend, kubelet, ...port }, url)) }
      }
      await backend.write(({ random, store, now }) => {
        // The next balancing is another one, even where the clock stands still.
        random.next()
        const line = answered.outcome === 'answered' && accessLine(listener, request, answered.response, now())
        if (line) noteLines(store, { ...port, container: listener?.container.name ?? '' }, [line])
      })
      return answered
    },
    disk: place => backend.read(({ store }) => readRecord(store, place).disk),
    note: (place, container, lines) => backend.write(({ store }) => noteLines(store, { ...place, container }, lines)),
    keepDisk: (place, disk) =>
      backend.write(({ store, now }) =>
        changeRecord(store, place, ({ removals }) => ({ disk, removals: removalsOf(disk, removals, now()) })),
      ),
  }
  return kubelet
}

interface Asked {
  readonly answer: PodAnswer
  readonly listener?: Listener | undefined
}

const asked = (snapshot: Snapshot, port: PodPort, request: ContainerRequest): Asked => {
  const pod = snapshot.view.get<Pod>('Pod', port.namespace, port.pod)
  if (!pod || isPodFinished(pod) || (port.uid && pod.metadata.uid !== port.uid)) return { answer: { outcome: 'gone' } }
  const target = { address: pod.status?.podIP ?? '', port: port.port, protocol: 'TCP' } as const
  const listener = listenerOf(pod, target, behavioursOf(snapshot))
  if (!listener) return { answer: { outcome: 'refused' } }
  const response = listener.behaviour.respond?.(request, snapshot.now)
  if (!response) return { answer: { outcome: 'closed' }, listener }
  return { answer: { outcome: 'answered', response }, listener }
}

const accessLine = (
  listener: Listener | undefined,
  request: ContainerRequest,
  response: ContainerResponse,
  now: number,
): LogLine | undefined => {
  const text = listener?.behaviour.accessLine?.(request, response, now)
  return text === undefined ? undefined : { time: now, text }
}

/** Keeps what a request changed at its pod. */
const writeAnnotations = async (backend: Backend, { metadata }: Pod): Promise<void> => {
  const client = createLocalClient({ backend, warn: () => undefined })
  const target = { resource: resourceOfKind('Pod'), namespace: metadata.namespace, name: metadata.name ?? '' }
  await client.patch(target, { type: 'merge', body: { metadata: { annotations: metadata.annotations } } })
}
