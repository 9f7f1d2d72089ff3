import type { Kubeconfig } from '../api/kubeconfig.ts'

/** A context that the kubeconfig does not have; the text is kubectl's. */
export class ContextError extends Error {
  override readonly name = 'ContextError'
}

/** The cluster and namespace of a context; of the current one if none is named. */
export const resolveContext = (
  config: Kubeconfig,
  name: string | undefined,
): { readonly cluster: string; readonly namespace: string } => {
  const wanted = name ?? config['current-context']
  const found = config.contexts.find(context => context.name === wanted)
  if (!found) throw new ContextError(`Error in configuration: context was not found for specified context: ${wanted}`)
  return { cluster: found.context.cluster, namespace: found.context.namespace || 'default' }
}
