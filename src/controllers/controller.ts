import type { BehaviourOf } from '../api/behaviour.ts'
import type { DeleteOptions } from '../api/client.ts'
import type { Namespace, Pod, PodStatus } from '../api/generated/types.ts'
import type { KubeObject } from '../api/meta.ts'
import type { ClusterSettings } from '../api/resource.ts'
import type { IndexedView } from '../api/view.ts'
import type { Load } from './scheduler/load.ts'

/** What a controller sees: the objects as they are, and the cluster's time in milliseconds. */
export interface Cluster extends IndexedView {
  /** What runs on a node. */
  loadOf(node: string): Load
  /** How many pods of a controller (its uid) are on each node. */
  kinOf(controller: string): ReadonlyMap<string, number>
  readonly now: number
  readonly settings: ClusterSettings
  readonly behaviourOf: BehaviourOf
}

/** An event to tell about an object; the same one again counts up. `from` is the component that tells it. */
export interface EventNote {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  readonly from: string
  /** The node of a kubelet that tells it. */
  readonly host?: string | undefined
  /** A part of the object, `spec.containers{web}`. */
  readonly fieldPath?: string | undefined
}

export type Action =
  | {
      readonly do: 'create'
      readonly object: KubeObject
      /** Told about `regarding` when it is done (`{name}` stands for the new object's name), or when it is refused. */
      readonly regarding?: KubeObject | undefined
      readonly told?: EventNote | undefined
      readonly refused?: Omit<EventNote, 'message'> | undefined
    }
  | { readonly do: 'update'; readonly object: KubeObject }
  | { readonly do: 'setStatus'; readonly object: KubeObject; readonly status: object }
  | {
      readonly do: 'delete'
      readonly object: KubeObject
      readonly gracePeriodSeconds?: number | undefined
      readonly propagationPolicy?: DeleteOptions['propagationPolicy']
    }
  | { readonly do: 'event'; readonly regarding: KubeObject; readonly note: EventNote }
  /** Writes a pod's first status, with the next free address of each of its node's ranges; not where none is left. */
  | { readonly do: 'takeAddress'; readonly object: Pod; readonly status: PodStatus; readonly ranges: readonly string[] }
  /** Puts a pod that has no node yet on one. */
  | { readonly do: 'bind'; readonly pod: Pod; readonly node: string }
  /** Takes the cluster's own finalizer off a namespace: if nothing else holds it, it goes. */
  | { readonly do: 'finalize'; readonly object: Namespace }
  /** Runs the own program of a container, as far as now, to know how it goes: then the pod is looked at again. */
  | { readonly do: 'run'; readonly pod: Pod; readonly container: string }
  /** Calls the controller again for this object, at a time in milliseconds, if nothing does before. */
  | { readonly do: 'again'; readonly at: number }

/**
 * Which objects of the reconciled kind have to be looked at when an object of another kind changes. Without `old` it is
 * new, or gone.
 */
export type Related = (
  object: KubeObject,
  cluster: Cluster,
  old: KubeObject | undefined,
  isGone?: boolean,
) => readonly KubeObject[]

/**
 * A level-based controller: told which object to look at, never what happened. It reads, and returns what is to be
 * done.
 */
export interface Controller<T extends KubeObject = KubeObject> {
  readonly name: string
  /** The kind that it looks at, one object at a time. */
  readonly reconciles: string
  /** Kinds of which it manages objects: a change of one calls for its owner. */
  readonly owns?: readonly string[]
  readonly watches?: Readonly<Record<string, Related>>
  reconcile(object: T, cluster: Cluster): readonly Action[]
}

export const defineController = <T extends KubeObject>(controller: Controller<T>): Controller<T> => controller

export const create = (object: KubeObject): Action => ({ do: 'create', object })
export const update = (object: KubeObject): Action => ({ do: 'update', object })
export const remove = (object: KubeObject): Action => ({ do: 'delete', object })
export const setStatus = (object: KubeObject, status: object): Action => ({ do: 'setStatus', object, status })
export const tell = (regarding: KubeObject, note: EventNote): Action => ({ do: 'event', regarding, note })
export const again = (at: number): Action => ({ do: 'again', at })
export const run = (pod: Pod, container: string): Action => ({ do: 'run', pod, container })
