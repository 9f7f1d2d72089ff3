import { folderOf, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Header } from '../store/header.ts'
import type { Store } from '../store/store.ts'
import { waitingRuns } from './own-runs.ts'
import { podRecords } from './pod-records.ts'

/** A container whose own program is to be run, at a time: milliseconds. */
export interface PendingProgram {
  readonly namespace: string
  readonly pod: string
  readonly container: string
  readonly at: number
}

/** The programs that are to be run, and when something changed last that programs may look at. */
export interface PendingPrograms {
  readonly kept: Header['programs']
  readonly changedAt: number
  readonly all: readonly PendingProgram[]
  add(program: PendingProgram): void
  /** Gives what is to be run, and forgets it. */
  take(): readonly PendingProgram[]
}

// What changes for a program that looks at the cluster.
const looked = ['Service', 'EndpointSlice', 'NetworkPolicy', 'ConfigMap', 'Secret']

export const createPendingPrograms = (
  store: Store<KubeObject>,
  known: Header['programs'],
  now: () => number,
): PendingPrograms => {
  const pending = new Map((known?.pending ?? []).map(program => [keyOf(program), program]))
  let changedAt = known?.changedAt ?? 0
  let hasChanged = false
  const folders = looked.map(kind => folderOf(resourceOfKind(kind)))
  store.subscribe(({ key }) => {
    if (!folders.some(folder => key.startsWith(folder))) return
    hasChanged = true
    changedAt = Math.max(changedAt, now())
  })
  const add = (program: PendingProgram): void => {
    if (!pending.has(keyOf(program))) pending.set(keyOf(program), program)
  }
  const noticeWaiting = (): void => {
    if (!hasChanged) return
    hasChanged = false
    for (const record of podRecords(store)) {
      const { namespace = 'default', name: pod } = record.metadata
      for (const container of waitingRuns(record, now())) add({ namespace, pod, container, at: now() })
    }
  }
  return {
    get kept() {
      noticeWaiting()
      return pending.size > 0 || changedAt > 0 ? { pending: [...pending.values()], changedAt } : undefined
    },
    get changedAt() {
      return changedAt
    },
    get all() {
      noticeWaiting()
      return [...pending.values()]
    },
    add,
    take() {
      noticeWaiting()
      const taken = [...pending.values()]
      pending.clear()
      return taken
    },
  }
}

const keyOf = ({ namespace, pod, container }: PendingProgram): string => `${namespace}/${pod}/${container}`
