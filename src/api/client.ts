import type { KubeObject } from './meta.ts'
import type { ResourceType } from './resource-type.ts'

/** One object's place in the API; with a subresource, that part of it (`status`, `scale`, `eviction`). */
export interface Target {
  readonly resource: ResourceType
  /** Unset for what is cluster-scoped. */
  readonly namespace?: string | undefined
  readonly name: string
  readonly subresource?: string | undefined
}

/** Where something is created: a kind and a namespace, or an object whose subresource takes it (an eviction). */
export type NewTarget = Omit<Target, 'name'> & { readonly name?: string }

export interface ListOptions {
  /** All namespaces if unset. */
  readonly namespace?: string | undefined
  readonly labelSelector?: string | undefined
  readonly fieldSelector?: string | undefined
}

export interface ObjectList {
  readonly items: readonly KubeObject[]
  /** The revision that the list shows. */
  readonly resourceVersion: string
}

export interface WriteOptions {
  readonly dryRun?: boolean | undefined
  readonly fieldManager?: string | undefined
  /** What becomes of unknown fields: an error, a warning, nothing. The server's default is Warn. */
  readonly fieldValidation?: 'Strict' | 'Warn' | 'Ignore' | undefined
  /** Fields that the body's text has twice (`data.a`): they count as unknown ones do. */
  readonly duplicates?: readonly string[] | undefined
}

export type Patch =
  | { readonly type: 'json'; readonly body: readonly unknown[] }
  | { readonly type: 'merge' | 'strategic'; readonly body: unknown }
  | { readonly type: 'apply'; readonly body: unknown; readonly force?: boolean | undefined }

export interface DeleteOptions {
  readonly gracePeriodSeconds?: number | undefined
  readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan' | undefined
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string } | undefined
  readonly dryRun?: boolean | undefined
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly object: KubeObject
}

export interface WatchOptions extends ListOptions {
  /** Tell of what came after this revision; unset tells of all that exists first. */
  readonly resourceVersion?: string | undefined
  /** Milliseconds of the cluster's time after which the watch ends; unset goes on for ever. */
  readonly timeout?: number | undefined
  /** What is known already, in place of what a revision showed: only what differs from it is told. */
  readonly from?: readonly KubeObject[] | undefined
  /** Ends the watch. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The Kubernetes API as its clients use it, in process or over HTTP. Every call may throw a StatusError. Reading a
 * watch lets the cluster's time go by.
 */
export interface Client {
  get(target: Target): Promise<KubeObject>
  list(resource: ResourceType, options?: ListOptions): Promise<ObjectList>
  watch(resource: ResourceType, options?: WatchOptions): AsyncIterable<WatchEvent>
  create(target: NewTarget, object: unknown, options?: WriteOptions): Promise<KubeObject>
  update(target: Target, object: unknown, options?: WriteOptions): Promise<KubeObject>
  patch(target: Target, patch: Patch, options?: WriteOptions): Promise<KubeObject>
  /** Gives the object's last state, or its state on the way out where it lingers. */
  delete(target: Target, options?: DeleteOptions): Promise<KubeObject>
  /** The cluster's time, in milliseconds. */
  now(): Promise<number>
  /**
   * Lets time go by, in milliseconds of the cluster's clock: a running clock takes them, a frozen one moves on at once.
   */
  sleep(milliseconds: number): Promise<void>
}
