import type { EndpointSlice, Pod, Service } from '../../api/generated/types.ts'
import { matchesLabels } from '../../api/labels.ts'
import { isPodFinished, isPodReady } from '../../api/pod-status.ts'
import type { ClusterView } from '../../api/view.ts'

/** Whether the endpoints controller looks for pods of a Service. */
export const selects = ({ spec }: Service): boolean =>
  spec.type !== 'ExternalName' && Object.keys(spec.selector ?? {}).length > 0

/** The pods that a Service selects, be they ready or not. */
export const podsOf = (view: ClusterView, service: Service): readonly Pod[] =>
  selects(service)
    ? view
        .list<Pod>('Pod', service.metadata.namespace)
        .filter(({ metadata }) => matchesLabels(service.spec.selector, metadata.labels))
    : []

/** The Services that select a pod, or would select it. */
export const servicesOf = (view: ClusterView, pod: Pick<Pod, 'metadata'>): readonly Service[] =>
  view
    .list<Service>('Service', pod.metadata.namespace)
    .filter(service => selects(service) && matchesLabels(service.spec.selector, pod.metadata.labels))

/** The pods that get traffic now. */
export const servingPods = (pods: readonly Pod[]): readonly Pod[] =>
  pods.filter(pod => isPodReady(pod) && !isPodFinished(pod) && !pod.metadata.deletionTimestamp)

/** The slices of a Service, hand-made ones among them. */
export const slicesOf = (view: ClusterView, { metadata }: Service): readonly EndpointSlice[] =>
  view
    .list<EndpointSlice>('EndpointSlice', metadata.namespace)
    .filter(slice => slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name)
