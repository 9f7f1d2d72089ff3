import { joinName } from '../names.ts'
import { addressFromReverse } from '../reverse.ts'
import type { ClusterIndex } from './cluster-index.ts'
import { endpointLabel } from './endpoint-label.ts'
import type { KubernetesOptions } from './options.ts'

interface Place {
  readonly index: ClusterIndex
  readonly options: KubernetesOptions
}

/**
 * The names that an address belongs to: the Service of a ClusterIP, else each Service that has it as an endpoint.
 * Undefined if the name is no whole address.
 */
export const reverseTargets = ({ index, options }: Place, name: string): readonly string[] | undefined => {
  const address = addressFromReverse(name)
  if (address === undefined) return undefined
  const isServed = ({ namespace }: { readonly namespace: string }): boolean =>
    options.namespaces.length === 0 || index.exposed(namespace)
  const service = index.servicesAt(address).find(isServed)
  if (service) return [joinName(service.name, service.namespace, 'svc', options.primaryZone)]
  const targets = index
    .endpointsAt(address)
    .filter(isServed)
    .flatMap(set =>
      set.endpoints
        .filter(endpoint => endpoint.address === address)
        .map(endpoint => endpointLabel(endpoint, options.endpointPodNames))
        .map(label => joinName(label, set.service, set.namespace, 'svc', options.primaryZone)),
    )
  return [...new Set(targets)]
}
