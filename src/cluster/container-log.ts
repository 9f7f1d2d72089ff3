import type { LogLine } from '../api/behaviour.ts'
import type { Container, ContainerStatus, Pod } from '../api/generated/types.ts'
import type { LogTarget } from '../api/kubelet.ts'
import { badRequest, notFound } from '../api/status-error.ts'
import type { Snapshot } from '../apiserver/backend.ts'
import { isOwnProgram } from '../pod/own-program.ts'
import { behavioursOf } from './behaviours-of.ts'
import { corednsLog } from './coredns-log.ts'
import { runFrom } from './own-runs.ts'
import { type RunRecord, readRecord } from './pod-records.ts'
import { visitLines } from './visits.ts'

/** A container's log as far as it is known without running anything. */
export interface Logged {
  /** What is known of the image, and what was noted down. */
  readonly lines: readonly LogLine[]
  /** The run of a program whose output is only known when it is run. */
  readonly program?: OpenRun
}

/** A run that goes on. `after` is when it printed the last that is known of it. */
interface OpenRun {
  readonly pod: Pod
  readonly container: Container
  readonly from: number
  readonly until: number
  readonly after?: number | undefined
}

/** Undefined where the pod has no node. Throws where there is no such container, or it has not begun. */
export const loggedBy = (snapshot: Snapshot, wanted: LogTarget): Logged | undefined => {
  const { view, store, now } = snapshot
  const pod = view.get<Pod>('Pod', wanted.namespace, wanted.pod)
  if (!pod) throw notFound({ group: '', resource: 'pods' }, wanted.pod)
  const container = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].find(
    ({ name }) => name === wanted.container,
  )
  if (!container) throw badRequest(`container ${wanted.container} is not valid for pod ${wanted.pod}`)
  const run = runOf(pod, wanted)
  if (!run) return undefined
  const { from } = run
  const until = Math.min(run.until ?? now, now)
  const { runs, logs } = readRecord(store, wanted)
  // The API's times are whole seconds.
  const visits = visitLines(store, { uid: pod.metadata.uid, container: wanted.container }, until)
  const noted = merged(logs[wanted.container] ?? [], visits).filter(({ time }) => time >= from && time <= until + 1000)
  const ran = runFrom(runs, wanted.container, from, 0)
  if (ran && (ran.end || isOwnProgram(container))) return ranLog(ran, noted, { pod, container, from, until })
  const own = behavioursOf(snapshot)(pod, container, from).log?.(from, until) ?? corednsLog(view, container, from)
  const isProgram = own.length === 0 && printsByItself(container)
  return { lines: merged(own, noted), ...(isProgram ? { program: { pod, container, from, until } } : {}) }
}

/** The log of a program that was run: what is known of it, and how it went on. */
const ranLog = ({ lines, end }: RunRecord, noted: readonly LogLine[], run: OpenRun): Logged => {
  const known = merged(
    lines.filter(({ time }) => time <= run.until),
    noted,
  )
  return end ? { lines: known } : { lines: known, program: { ...run, after: lines.at(-1)?.time } }
}

/** Whether a container was told to run something that may print, and did not wait for somebody to attach. */
const printsByItself = ({ command = [], args = [], stdinOnce }: Container): boolean => {
  const [program] = [...command, ...args]
  return program !== undefined && !stdinOnce && !silent.has(program.slice(program.lastIndexOf('/') + 1))
}

const silent = new Set(['sleep', 'true', 'false', 'pause', 'tail', 'cat'])

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

/** Two logs as one, in the order of time. */
export const merged = (own: readonly LogLine[], noted: readonly LogLine[]): readonly LogLine[] =>
  noted.length === 0 ? own : [...own, ...noted].toSorted((left, right) => left.time - right.time)
