import type { Service } from '../../api/generated/types.ts'
import type { ClusterSettings } from '../../api/resource.ts'
import type { ClusterView } from '../../api/view.ts'

interface Around {
  readonly view: ClusterView
  readonly settings: ClusterSettings
}

/** The Service of the cluster that an alias names in full; undefined for a name of the outside, or of nobody. */
export const aliasTarget = (
  { spec }: Service,
  settings: ClusterSettings,
): { readonly name: string; readonly namespace: string } | undefined => {
  if (spec.type !== 'ExternalName') return undefined
  const [name = '', namespace = '', svc, ...domain] = (spec.externalName ?? '').replace(/\.$/, '').split('.')
  return svc === 'svc' && domain.join('.') === settings.clusterDomain ? { name, namespace } : undefined
}

/** A Service and those that it leads to as an alias, one after the other; in a circle each of them once. */
export const aliasChain = (service: Service, { view, settings }: Around): readonly Service[] => {
  const chain: Service[] = []
  for (let next: Service | undefined = service; next && !chain.includes(next); ) {
    chain.push(next)
    const target = aliasTarget(next, settings)
    next = target && view.get<Service>('Service', target.namespace, target.name)
  }
  return chain
}
