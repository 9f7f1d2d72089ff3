import type { Node, Service } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { ClusterSettings } from '../../api/resource.ts'
import type { ClusterView } from '../../api/view.ts'
import { ipVersion } from '../../util/ip.ts'
import { type HttpUrl, urlText } from '../http/url.ts'
import { aliasChain } from './alias-chain.ts'
import type { Target } from './check.ts'
import { targetOfObject } from './object-target.ts'
import { podsOf } from './pods.ts'
import { readings } from './service-names.ts'

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
  if (question.ask === 'object') return targetOfObject(question.object, around)
  const host = question.ask === 'url' ? question.url.host : question.host
  const url = question.ask === 'url' ? question.url : undefined
  const named = servicesNamed(host, around)
  const services =
    named.length > 0
      ? named.flatMap(service => aliasChain(service, around))
      : servicesAtNodePort(host, url?.port, around)
  const pods = services.flatMap(service => podsOf(around.view, service))
  return { name: url ? urlText(url) : host, namespace: around.namespace, services, pods, host, url }
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
