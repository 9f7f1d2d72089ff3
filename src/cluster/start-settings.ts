import type { ConfigMap, Container, ContainerStatus, Pod, Secret } from '../api/generated/types.ts'
import { folderOf, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { type SettingData, type StartedWith, settingKey } from '../api/started-with.ts'
import type { Store } from '../store/store.ts'
import { sameJson } from '../util/same-json.ts'
import { changeRecord, type PodRecord, readRecord } from './pod-records.ts'

type Kind = 'ConfigMap' | 'Secret'

/** What containers started with that others have changed since. */
export const startSettings =
  (store: Store<KubeObject>): StartedWith =>
  ({ namespace, pod, container, startedAt }) => {
    const known = readRecord(store, { namespace, pod }).startedWith[container]
    return known?.startedAt === startedAt ? known.settings : {}
  }

/**
 * Keeps what a ConfigMap or Secret held, when somebody changes it, for the containers that run with it. What nobody
 * changes costs nothing.
 */
export const keepStartSettings = (store: Store<KubeObject>): void => {
  const kinds: readonly Kind[] = ['ConfigMap', 'Secret']
  const folders = kinds.map(kind => [kind, folderOf(resourceOfKind(kind))] as const)
  store.subscribe(({ type, key, value, old }) => {
    const kind = folders.find(([, folder]) => key.startsWith(folder))?.[0]
    if (!kind) return
    const [before, after] = type === 'DELETED' ? [dataOf(value), null] : [dataOf(old), dataOf(value)]
    if (!sameJson(before, after)) keepForUsers(store, kind, value, before)
  })
}

const dataOf = (object: KubeObject | undefined): SettingData =>
  object === undefined ? null : ((object as ConfigMap | Secret).data ?? {})

const keepForUsers = (store: Store<KubeObject>, kind: Kind, { metadata }: KubeObject, before: SettingData): void => {
  const pods = store.list(folderOf(resourceOfKind('Pod'), metadata.namespace)) as readonly Pod[]
  for (const pod of pods) {
    const runs = runsWith(pod, kind, metadata.name ?? '')
    if (runs.length === 0) continue
    const place = { namespace: pod.metadata.namespace ?? 'default', pod: pod.metadata.name }
    const key = settingKey(kind, metadata.name ?? '')
    changeRecord(store, place, ({ startedWith }) => ({
      startedWith: {
        ...startedWith,
        ...Object.fromEntries(runs.map(run => [run.name, kept(startedWith, run, key, before)])),
      },
    }))
  }
}

interface Run {
  readonly name: string
  readonly startedAt: number
}

/** The running containers of a pod whose environment names an object. */
const runsWith = ({ spec, status }: Pod, kind: Kind, name: string): readonly Run[] => {
  const all = [...spec.containers, ...(spec.initContainers ?? [])].filter(each => names(each, kind, name))
  const statuses = [...(status?.containerStatuses ?? []), ...(status?.initContainerStatuses ?? [])]
  return all.flatMap(each => runOf(statuses.find(one => one.name === each.name)))
}

const names = ({ env = [], envFrom = [] }: Container, kind: Kind, name: string): boolean =>
  kind === 'ConfigMap'
    ? envFrom.some(each => each.configMapRef?.name === name) ||
      env.some(each => each.valueFrom?.configMapKeyRef?.name === name)
    : envFrom.some(each => each.secretRef?.name === name) ||
      env.some(each => each.valueFrom?.secretKeyRef?.name === name)

const runOf = (status: ContainerStatus | undefined): readonly Run[] => {
  const startedAt = status?.state?.running?.startedAt
  return status && startedAt ? [{ name: status.name, startedAt: Date.parse(startedAt) }] : []
}

/** Of several changes in a run only what was before the first one counts. */
const kept = (
  known: PodRecord['startedWith'],
  { name, startedAt }: Run,
  key: string,
  before: SettingData,
): PodRecord['startedWith'][string] => {
  const last = known[name]
  return { startedAt, settings: { [key]: before, ...(last?.startedAt === startedAt ? last.settings : {}) } }
}
