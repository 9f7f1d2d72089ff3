import type { KubeObject } from '../api/meta.ts'
import type { ClusterSettings } from '../api/resource.ts'
import type { ClusterView } from '../api/view.ts'
import type { Store } from '../store/store.ts'
import type { Server } from './server.ts'

/** What reads may look at: the cluster as it is now. */
export interface Snapshot {
  readonly view: ClusterView
  readonly store: Store<KubeObject>
  readonly settings: ClusterSettings
  readonly revision: number
  /** The cluster's time, in milliseconds. */
  readonly now: number
  /** When something next happens by itself, in milliseconds of the cluster's time; infinite for never. */
  readonly due: number
  /** Where the cluster's chance stands. */
  readonly chance: number
  /** Whether time stands still until somebody moves it on. */
  readonly isFrozen: boolean
}

/** A cluster that can be read and changed: a folder that this process opens for a command, or keeps open and serves. */
export interface Backend {
  read<T>(look: (snapshot: Snapshot) => T): Promise<T>
  /** Answers with what the change gives once its consequences of this instant are there. */
  write<T>(change: (server: Server) => T): Promise<T>
  /** Lets the cluster's time go by until something may have changed, at most so many milliseconds. */
  pass(milliseconds: number): Promise<void>
}
