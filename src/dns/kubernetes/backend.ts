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
): KubernetesBackend => {
  let kept: { readonly revision: number; readonly index: ClusterIndex } | undefined
  const fresh = (): ClusterIndex => clusterIndex(view, options, Math.floor(clock.now() / 1000))
  return {
    options,
    addresses: env.addresses,
    index() {
      const now = revision?.()
      if (now === undefined) return fresh()
      if (kept?.revision !== now) kept = { revision: now, index: fresh() }
      return kept.index
    },
  }
}
