import type { KubeObject } from './meta.ts'

/**
 * The cluster as its readers see it: controllers, DNS, kube-proxy, describe. Kinds are named as in manifests (`Pod`);
 * of two kinds of one name the core one is meant. Lists are sorted by namespace and name; without a namespace they hold all.
 */
export interface ClusterView {
  get<T extends KubeObject>(kind: string, namespace: string | undefined, name: string): T | undefined
  list<T extends KubeObject>(kind: string, namespace?: string): readonly T[]
}
