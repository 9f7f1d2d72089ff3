import type { ContainerRequest, ContainerResponse, LogLine } from '../api/behaviour.ts'
import type { Pod } from '../api/generated/types.ts'
import type { NodeAgent } from '../api/kubelet.ts'
import { resourceOfKind } from '../api/lookup.ts'
import type { Backend } from '../apiserver/backend.ts'
import { createLocalClient } from '../apiserver/local-client.ts'
import type { Listener } from '../network/listener.ts'
import { loggedBy, merged } from './container-log.ts'
import { asked, talked, withinDepth, withQuestions } from './pod-answer.ts'
import { changeRecord, noteLines, readRecord } from './pod-records.ts'
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
    request: withinDepth(async (port, request) => {
      const { answer, listener } = await backend.read(snapshot => asked(snapshot, port, request))
      const left = answer.outcome === 'answered' ? answer.response.leaves : undefined
      if (left) await writeAnnotations(backend, left)
      const answered = await withQuestions(answer, { backend, kubelet, ...port })
      await backend.write(({ random, store, now }) => {
        // The next balancing is another one, even where the clock stands still.
        random.next()
        const line = answered.outcome === 'answered' && accessLine(listener, request, answered.response, now())
        if (line) noteLines(store, { ...port, container: listener?.container.name ?? '' }, [line])
      })
      return answered
    }),
    async talk(port, heard) {
      const { talk, listener } = await backend.read(snapshot => talked(snapshot, port, heard))
      if (talk.outcome !== 'said') return talk
      const { leaves, lines = [] } = talk.said
      if (leaves) await writeAnnotations(backend, leaves)
      if (lines.length > 0) {
        await backend.write(({ store, now }) => {
          const place = { ...port, container: listener?.container.name ?? '' }
          noteLines(
            store,
            place,
            lines.map(text => ({ time: now(), text })),
          )
        })
      }
      return talk
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
