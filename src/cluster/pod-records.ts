import type { LogLine } from '../api/behaviour.ts'
import type { Pod } from '../api/generated/types.ts'
import type { PodPlace } from '../api/kubelet.ts'
import { folderOf, objectKey, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { OwnRun } from '../api/own-run.ts'
import { emptyDisk, type PodDisk } from '../api/pod-disk.ts'
import type { SettingData } from '../api/started-with.ts'
import type { Failure } from '../pod/answers-before.ts'
import type { Store } from '../store/store.ts'
import { dropClaims, keepClaims, withClaims } from './claim-records.ts'
import type { Removals } from './removals.ts'

/** What is kept of a pod beside the objects of the API, which knows nothing of it: what was written and printed there. */
export interface PodRecord {
  readonly disk: PodDisk
  readonly logs: Readonly<Record<string, readonly LogLine[]>>
  readonly removals: Removals
  /** The last runs of the containers' own programs, by container, the last one first. */
  readonly runs: Readonly<Record<string, readonly RunRecord[]>>
  /** What its containers started with and others have changed since, by container. */
  readonly startedWith: Readonly<Record<string, StartRecord>>
}

/** What settings held when a run of a container began (milliseconds), by kind and name. */
export interface StartRecord {
  readonly startedAt: number
  readonly settings: Readonly<Record<string, SettingData>>
}

/** A run of a container's own program, as far as it is known: what it prints, also later. Times are milliseconds. */
export interface RunRecord extends OwnRun {
  readonly from: number
  /** Until when the cluster was looked at. */
  readonly knownUntil: number
  readonly lines: readonly LogLine[]
  readonly failures: readonly Failure[]
  /** Whether it depends on the cluster. */
  readonly isAsked: boolean
  /** What stood in the pod's volumes when it began. */
  readonly volumes: PodDisk['volumes']
  /** What its requests leave at servers, in the order of time; nothing if unset. */
  readonly visits?: readonly Visit[] | undefined
}

/** A line that a request left in the log of a server's container. */
export interface Visit extends PodPlace, LogLine {
  readonly uid: string | undefined
  readonly container: string
}

export interface StoredRecord extends KubeObject {
  readonly record: PodRecord
}

const folder = 'podrecords/'
const empty: PodRecord = { disk: emptyDisk, logs: {}, removals: {}, runs: {}, startedWith: {} }

export const podRecords = (store: Store<KubeObject>): readonly StoredRecord[] =>
  (store.list(folder) as readonly StoredRecord[]).map(stored => ({ ...stored, record: { ...empty, ...stored.record } }))

/** What is kept under a pod's name, also where the pod is gone just now. */
export const recordUnder = (store: Store<KubeObject>, place: PodPlace): StoredRecord | undefined =>
  store.get(keyOf(place)) as StoredRecord | undefined

export const readRecord = (store: Store<KubeObject>, place: PodPlace): PodRecord => {
  const found = recordUnder(store, place)
  const pod = podOf(store, place)
  const record = found && found.metadata.uid === pod?.metadata.uid ? { ...empty, ...found.record } : empty
  return pod ? { ...record, disk: withClaims(store, pod, record.disk) } : record
}

/** Changes what is kept of a pod; of one that is gone by now nothing is. */
export const changeRecord = (
  store: Store<KubeObject>,
  place: PodPlace,
  change: (record: PodRecord) => Partial<PodRecord>,
): void => {
  const pod = podOf(store, place)
  if (!pod) return
  const { name, namespace, uid } = pod.metadata
  const before = readRecord(store, place)
  const stored: StoredRecord = {
    apiVersion: 'kubesim.io/v1',
    kind: 'PodRecord',
    metadata: { name, namespace, uid },
    record: keptClaims(store, pod, { ...before, ...change(before) }),
  }
  store.put(keyOf(place), stored)
}

/** Takes the records of pods, and of claims, away with them. */
export const dropRecordsWithPods = (store: Store<KubeObject>): void => {
  dropClaims(store)
  const pods = folderOf(resourceOfKind('Pod'))
  store.subscribe(({ type, key }) => {
    if (type === 'DELETED' && key.startsWith(pods)) store.delete(folder + key.slice(pods.length))
  })
}

const mostLines = 1000

/** Adds lines to the log of a container. */
export const noteLines = (
  store: Store<KubeObject>,
  { container, ...place }: PodPlace & { readonly container: string },
  lines: readonly LogLine[],
): void =>
  changeRecord(store, place, ({ logs }) => ({
    logs: { ...logs, [container]: [...(logs[container] ?? []), ...lines].slice(-mostLines) },
  }))

const keptClaims = (store: Store<KubeObject>, pod: Pod, record: PodRecord): PodRecord => ({
  ...record,
  disk: keepClaims(store, pod, record.disk),
})

const keyOf = ({ namespace, pod }: PodPlace): string => `${folder}${namespace}/${pod}`

const podOf = (store: Store<KubeObject>, { namespace, pod }: PodPlace): Pod | undefined =>
  store.get(objectKey(resourceOfKind('Pod'), namespace, pod)) as Pod | undefined
