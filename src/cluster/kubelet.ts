import type { BehaviourOf, ContainerRequest, LogLine } from '../api/behaviour.ts'
import type { ContainerStatus, Pod } from '../api/generated/types.ts'
import type { LogTarget, NodeAgent, PodAnswer, PodPort } from '../api/kubelet.ts'
import { resourceOfKind } from '../api/lookup.ts'
import { isPodFinished } from '../api/pod-status.ts'
import { badRequest, notFound } from '../api/status-error.ts'
import type { Backend, Snapshot } from '../apiserver/backend.ts'
import { createLocalClient } from '../apiserver/local-client.ts'
import { behavioursIn } from '../images/behaviour-of.ts'
import { listenerOf } from '../network/listener.ts'
import { containerFiles } from './container-files.ts'
import { corednsLog } from './coredns-log.ts'
import { changeRecord, noteLines, readRecord } from './pod-records.ts'
import { podRequest } from './pod-request.ts'
import { removalsOf } from './removals.ts'

/** The kubelets of a cluster's nodes, which run each container as its image says. */
export const createKubelet = (backend: Backend): NodeAgent => {
  const kubelet: NodeAgent = {
    log: wanted =>
      backend.read(snapshot => {
        const { view, store, now } = snapshot
        const pod = view.get<Pod>('Pod', wanted.namespace, wanted.pod)
        if (!pod) throw notFound({ group: '', resource: 'pods' }, wanted.pod)
        const container = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].find(
          ({ name }) => name === wanted.container,
        )
        if (!container) throw badRequest(`container ${wanted.container} is not valid for pod ${wanted.pod}`)
        const run = runOf(pod, wanted)
        if (!run) return []
        const until = Math.min(run.until ?? now, now)
        const own = behavioursOf(snapshot)(pod, container, run.from).log?.(run.from, until)
        const noted = (readRecord(store, wanted).logs[wanted.container] ?? []).filter(
          ({ time }) => time >= run.from && time <= until + 1000,
        )
        return merged(own ?? corednsLog(view, container, run.from), noted)
      }),
    async request(port, request) {
      const { answer, left } = await backend.read(snapshot =>
        asked(snapshot.view.get<Pod>('Pod', port.namespace, port.pod), {
          port,
          request,
          now: snapshot.now,
          behaviourOf: behavioursOf(snapshot),
        }),
      )
      if (left) await writeAnnotations(backend, left)
      // The next balancing is another one, even where the clock stands still.
      await backend.write(({ random }) => random.next())
      if (answer.outcome !== 'answered') return answer
      let { response } = answer
      while (response.asks) {
        response = response.asks.answered(await podRequest({ backend, kubelet, ...port }, response.asks.url))
      }
      return { outcome: 'answered', response }
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

/** Two logs as one, in the order of time. */
const merged = (own: readonly LogLine[], noted: readonly LogLine[]): readonly LogLine[] =>
  noted.length === 0 ? own : [...own, ...noted].toSorted((left, right) => left.time - right.time)

const behavioursOf = ({ view, store, settings: { clusterDomain } }: Snapshot): BehaviourOf =>
  behavioursIn(view, containerFiles({ store, view, clusterDomain }))

interface Run {
  readonly from: number
  readonly until?: number | undefined
}

/**
 * When the wanted run of a container began and ended; undefined where the pod has no node. Throws where it never began.
 */
const runOf = (pod: Pod, { container, previous = false }: LogTarget): Run | undefined => {
  if (!pod.spec.nodeName) return undefined
  const name = pod.metadata.name ?? ''
  const status = statusOf(pod, container)
  const { terminated: last } = status?.lastState ?? {}
  if (previous) {
    if (!last) throw badRequest(`previous terminated container "${container}" in pod "${name}" not found`)
    return { from: timeOf(last.startedAt), until: timeOf(last.finishedAt) }
  }
  const { running, terminated = last, waiting } = status?.state ?? {}
  if (running) return { from: timeOf(running.startedAt) }
  if (terminated) return { from: timeOf(terminated.startedAt), until: timeOf(terminated.finishedAt) }
  throw badRequest(`container "${container}" in pod "${name}" is waiting to start: ${whyWaiting(waiting?.reason)}`)
}

const whyWaiting = (reason = 'ContainerCreating'): string =>
  reason === 'ErrImagePull' || reason === 'ImagePullBackOff' ? 'trying and failing to pull image' : reason

const statusOf = ({ status }: Pod, container: string): ContainerStatus | undefined =>
  [...(status?.containerStatuses ?? []), ...(status?.initContainerStatuses ?? [])].find(
    ({ name }) => name === container,
  )

const timeOf = (text: string | undefined): number => (text ? Date.parse(text) : 0)

interface Asking {
  readonly port: PodPort
  readonly request: ContainerRequest
  readonly now: number
  readonly behaviourOf: BehaviourOf
}

const asked = (
  pod: Pod | undefined,
  { port: { uid, port }, request, now, behaviourOf }: Asking,
): { readonly answer: PodAnswer; readonly left?: Pod | undefined } => {
  if (!pod || isPodFinished(pod) || (uid && pod.metadata.uid !== uid)) return { answer: { outcome: 'gone' } }
  const address = pod.status?.podIP ?? ''
  const listener = listenerOf(pod, { address, port, protocol: 'TCP' }, behaviourOf)
  if (!listener) return { answer: { outcome: 'refused' } }
  const response = listener.behaviour.respond?.(request, now)
  if (!response) return { answer: { outcome: 'closed' } }
  return { answer: { outcome: 'answered', response }, left: response.leaves }
}

/** Keeps what a request changed at its pod. */
const writeAnnotations = async (backend: Backend, { metadata }: Pod): Promise<void> => {
  const client = createLocalClient({ backend, warn: () => undefined })
  const target = { resource: resourceOfKind('Pod'), namespace: metadata.namespace, name: metadata.name ?? '' }
  await client.patch(target, { type: 'merge', body: { metadata: { annotations: metadata.annotations } } })
}
