import type { DiscoveryEndpointPort, Endpoint, EndpointSlice } from '../../api/generated/types.ts'
import type { KubeObject, Labels } from '../../api/meta.ts'
import type { IndexedView } from '../../api/view.ts'
import { by } from '../../util/compare.ts'
import { omit } from '../../util/omit.ts'
import { hashOf } from '../endpoints/go-hash.ts'

export const serviceNameLabel = 'kubernetes.io/service-name'
export const managedByLabel = 'endpointslice.kubernetes.io/managed-by'
const headlessLabel = 'service.kubernetes.io/headless'

/** What is to be done with slices: made, changed, taken away. */
export interface SlicePlan {
  readonly create: readonly EndpointSlice[]
  readonly update: readonly EndpointSlice[]
  readonly remove: readonly EndpointSlice[]
}

export const noPlan: SlicePlan = { create: [], update: [], remove: [] }

/** The slices that one controller manages for the Service of this name. */
export const slicesFor = (
  cluster: IndexedView,
  { namespace, name, manager }: { namespace: string | undefined; name: string; manager: string },
): readonly EndpointSlice[] =>
  cluster
    .by<EndpointSlice>('EndpointSlice', 'label', `${serviceNameLabel}=${name}`)
    .filter(({ metadata }) => metadata.namespace === namespace && metadata.labels?.[managedByLabel] === manager)

export const isOwnedBy = ({ metadata }: EndpointSlice, owner: KubeObject): boolean =>
  metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid) ?? false

/** The labels of a slice: those of what it is made from, and which Service and controller it belongs to. */
export const sliceLabels = (
  { metadata: { name, labels } }: KubeObject,
  { manager, isHeadless }: { manager: string; isHeadless: boolean },
): Labels => ({
  ...omit(labels ?? {}, headlessLabel),
  [serviceNameLabel]: name,
  [managedByLabel]: manager,
  ...(isHeadless && { [headlessLabel]: '' }),
})

/** Ports in the order in which slices hold them, and what tells sets of ports apart. */
export const orderedPorts = (
  ports: readonly DiscoveryEndpointPort[],
): { readonly ports: readonly DiscoveryEndpointPort[]; readonly key: string } => {
  const ordered = ports.length < 2 ? ports : ports.toSorted(by(portHash))
  return { ports: ordered, key: portsKey(ordered) }
}

export const portsKey = (ports: readonly DiscoveryEndpointPort[]): string =>
  ports
    .map(({ name = '', port, protocol, appProtocol }) => [name, port, protocol, appProtocol].join('/'))
    .toSorted()
    .join()

/** Who an endpoint is, whatever is said of it: an address and an object behind it. */
export const endpointKey = ({ addresses, targetRef }: Endpoint): string =>
  `${addresses.join()} ${targetRef?.namespace} ${targetRef?.name}`

const portHash = ({ name = '', port, protocol, appProtocol }: DiscoveryEndpointPort): string =>
  hashOf([
    ['Name', '*string', name],
    ['Protocol', '*v1.Protocol', protocol],
    ['Port', '*int32', port],
    ['AppProtocol', '*string', appProtocol],
  ])
