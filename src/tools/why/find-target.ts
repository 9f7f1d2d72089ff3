import type { EndpointSlice, Endpoints, Ingress, Node, Pod, Service } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { ClusterSettings } from '../../api/resource.ts'
import type { ClusterView } from '../../api/view.ts'
import { ipVersion } from '../../util/ip.ts'
import { type HttpUrl, urlText } from '../http/url.ts'
import type { Target } from './check.ts'
import { backendsOf } from './ingress-backends.ts'
import { podsOf, servicesOf } from './pods.ts'
import { readings } from './service-names.ts'
import { workloads } from './workloads.ts'

/** What somebody asks about: an object, a name, a URL. */
export type Question =
  | { readonly ask: 'object'; readonly object: KubeObject }
  | { readonly ask: 'name'; readonly host: string }
  | { readonly ask: 'url'; readonly url: HttpUrl }

export interface Around {
  readonly view: ClusterView
  readonly settings: ClusterSettings
  readonly namespace: string
}

/**
 * Finds what belongs to a question: the Services, the pods. Undefined for a kind of object that nothing is known of.
 */
export const targetOf = (question: Question, around: Around): Target | undefined => {
  if (question.ask === 'object') return ofObject(question.object, around)
  const host = question.ask === 'url' ? question.url.host : question.host
  const url = question.ask === 'url' ? question.url : undefined
  const named = servicesNamed(host, around)
  const services = named.length > 0 ? named : servicesAtNodePort(host, url?.port, around)
  const pods = services.flatMap(service => podsOf(around.view, service))
  return { name: url ? urlText(url) : host, namespace: around.namespace, services, pods, host, url }
}

const ofObject = (object: KubeObject, { view, namespace }: Around): Target | undefined => {
  const { kind, metadata } = object
  const base = { name: `${kind.toLowerCase()}/${metadata.name}`, namespace: metadata.namespace ?? namespace }
  switch (kind) {
    case 'Service':
      return { ...base, services: [object as Service], pods: podsOf(view, object as Service) }
    case 'Pod':
      return { ...base, services: servicesOf(view, object as Pod), pods: [object as Pod] }
    case 'Endpoints':
      return { ...base, ...ofService(view, base.namespace, metadata.name), endpoints: object as Endpoints }
    case 'EndpointSlice':
      return { ...base, ...ofService(view, base.namespace, serviceLabel(object as EndpointSlice)) }
    case 'Ingress':
      return { ...base, ...ofIngress(view, object as Ingress), ingress: object as Ingress }
    case 'Namespace':
      return { ...base, namespace: metadata.name, services: [], pods: [] }
    default:
      return ofWorkload(object, base, view)
  }
}

const serviceLabel = ({ metadata }: EndpointSlice): string => metadata.labels?.['kubernetes.io/service-name'] ?? ''

const ofService = (view: ClusterView, namespace: string, name: string): Pick<Target, 'services' | 'pods'> => {
  const service = view.get<Service>('Service', namespace, name)
  return service ? { services: [service], pods: podsOf(view, service) } : { services: [], pods: [] }
}

const ofIngress = (view: ClusterView, ingress: Ingress): Pick<Target, 'services' | 'pods'> => {
  const names = new Set(backendsOf(ingress).map(({ name }) => name))
  const all = [...names].map(name => ofService(view, ingress.metadata.namespace ?? '', name))
  return { services: all.flatMap(({ services }) => services), pods: all.flatMap(({ pods }) => pods) }
}

const ofWorkload = (
  object: KubeObject,
  base: Pick<Target, 'name' | 'namespace'>,
  view: ClusterView,
): Target | undefined => {
  const workload = workloads(view, base.namespace).find(({ object: one }) => one.metadata.uid === object.metadata.uid)
  if (!workload) return undefined
  const { labels } = workload.template.metadata ?? {}
  const pods = view
    .list<Pod>('Pod', base.namespace)
    .filter(({ metadata }) => Object.entries(labels ?? {}).every(([key, value]) => metadata.labels?.[key] === value))
  return {
    ...base,
    services: servicesOf(view, { metadata: { name: '', namespace: base.namespace, labels } }),
    pods,
    workload,
  }
}

/** The Services that a name or an address stands for. */
const servicesNamed = (host: string, { view, settings, namespace }: Around): readonly Service[] => {
  if (ipVersion(host) !== 0) {
    const has = ({ spec, status }: Service): boolean =>
      spec.clusterIP === host ||
      (spec.clusterIPs ?? []).includes(host) ||
      (spec.externalIPs ?? []).includes(host) ||
      (status?.loadBalancer?.ingress ?? []).some(({ ip }) => ip === host)
    return view.list<Service>('Service').filter(has)
  }
  const found = readings(host, namespace, { view, settings }).flatMap(({ namespace, name }) => {
    const service = view.get<Service>('Service', namespace, name)
    return service ? [service] : []
  })
  return found.slice(0, 1)
}

/** The Service whose node port is asked for at a node, or at the laptop by mistake. */
const servicesAtNodePort = (host: string, port: number | undefined, { view }: Around): readonly Service[] => {
  const isNode = view
    .list<Node>('Node')
    .some(
      ({ metadata, status }) => metadata.name === host || status?.addresses?.some(({ address }) => address === host),
    )
  if (port === undefined || (!isNode && host !== 'localhost' && !host.startsWith('127.'))) return []
  return view.list<Service>('Service').filter(({ spec }) => spec.ports?.some(({ nodePort }) => nodePort === port))
}
