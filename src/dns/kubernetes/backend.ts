import { keptWhile } from '../kept.ts'
import type { World } from '../world.ts'
import { type ClusterIndex, clusterIndex } from './cluster-index.ts'
import type { KubernetesOptions } from './options.ts'

/** What `kubernetes` shares with the plugins that build on it (k8s_external, autopath, transfer). */
export interface KubernetesBackend {
  readonly options: KubernetesOptions
  /** The addresses of the server itself. */
  readonly addresses: readonly string[]
  /** The cluster as it is now; kept while the world's revision stays. */
  index(): ClusterIndex
}

export const kubernetesBackend = (
  options: KubernetesOptions,
  { view, revision, clock, env }: Pick<World, 'view' | 'revision' | 'clock' | 'env'>,
): KubernetesBackend => ({
  options,
  addresses: env.addresses,
  index: keptWhile(revision, () => clusterIndex(view, options, Math.floor(clock.now() / 1000))),
})
