import type { LogLine } from '../api/behaviour.ts'
import { folderOf, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Store } from '../store/store.ts'
import { noteLines, type PodRecord, podRecords, type RunRecord, recordUnder, type Visit } from './pod-records.ts'

type Runs = PodRecord['runs'][string]

/** What requests of others' own programs left in the log of a container, up to a time: milliseconds. */
export const visitLines = (
  store: Store<KubeObject>,
  { uid, container }: { readonly uid: string | undefined; readonly container: string },
  now: number,
): readonly LogLine[] =>
  podRecords(store)
    .flatMap(({ record }) => Object.values(record.runs))
    .flatMap(runs => madeIn(runs, now))
    .filter(visit => visit.uid === uid && visit.container === container)

/** Notes at the servers what the requests of these runs of a container, the last one first, left there. */
export const noteVisits = (store: Store<KubeObject>, runs: Runs, now: number): void => {
  for (const visit of madeIn(runs, now)) noteLines(store, visit, [{ time: visit.time, text: visit.text }])
}

/** Keeps what the requests of a pod's programs left at others when the pod goes. */
export const noteVisitsWithPods = (store: Store<KubeObject>, now: () => number): void => {
  const pods = folderOf(resourceOfKind('Pod'))
  store.subscribe(({ type, key, value }) => {
    if (type !== 'DELETED' || !key.startsWith(pods)) return
    const { namespace = 'default', name = '', uid } = value.metadata
    const gone = recordUnder(store, { namespace, pod: name })
    if (gone?.metadata.uid !== uid) return
    for (const runs of Object.values(gone?.record.runs ?? {})) noteVisits(store, runs, now())
  })
}

/** What they did up to a time: a run is known ahead, and over when the next one begins. */
const madeIn = (runs: readonly RunRecord[], now: number): readonly Visit[] =>
  runs.flatMap(({ visits = [] }, index) => {
    const until = Math.min(now, runs[index - 1]?.from ?? now)
    return visits.filter(({ time }) => time <= until)
  })
