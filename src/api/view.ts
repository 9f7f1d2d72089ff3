import type { KubeObject } from './meta.ts'
import type { StartedWith } from './started-with.ts'

/**
 * The cluster as its readers see it: controllers, DNS, kube-proxy, describe. Kinds are named as in manifests (`Pod`);
 * of two kinds of one name the core one is meant. Lists are sorted by namespace and name; without a namespace they hold
 * all.
 */
export interface ClusterView {
  get<T extends KubeObject>(kind: string, namespace: string | undefined, name: string): T | undefined
  list<T extends KubeObject>(kind: string, namespace?: string): readonly T[]
  /**
   * Objects of a kind among which are all whose JSON holds a text. Left out where it would cost as much as a list: it
   * is for who looks once into a big cluster.
   */
  mentioning?<T extends KubeObject>(kind: string, text: string): readonly T[]
  /** What ConfigMap kube-system/coredns held before, and until when (milliseconds): the last one first. */
  readonly formerCorefiles?: readonly { readonly until: number; readonly text: string }[] | undefined
  /** What containers started with that others have changed since; unset: nothing is known of it. */
  readonly startedWith?: StartedWith | undefined
}

/**
 * What objects can be found by besides their names: the uid of their controller, that of any owner, one label (`app=web`),
 * a label that a Service selects by, a pod's node, why a pod has none (`Unschedulable`), whether a container of it waits
 * to be started (`true`), the uid of what an event is about.
 */
export type IndexName = 'controller' | 'owner' | 'label' | 'selects' | 'node' | 'unscheduled' | 'waiting' | 'about'

export interface IndexedView extends ClusterView {
  /**
   * The objects of a kind with this entry in an index, sorted by namespace and name. Costs in proportion to what it
   * gives. As long as nothing of it changes it is the same array.
   */
  by<T extends KubeObject>(kind: string, index: IndexName, value: string): readonly T[]
}
