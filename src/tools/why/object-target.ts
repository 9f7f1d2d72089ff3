import type {
  CronJob,
  EndpointSlice,
  Endpoints,
  Ingress,
  Job,
  NetworkPolicy,
  Pod,
  ReplicaSet,
  Service,
} from '../../api/generated/types.ts'
import { matches } from '../../api/labels.ts'
import { controllerOf, type KubeObject } from '../../api/meta.ts'
import type { ClusterSettings } from '../../api/resource.ts'
import type { ClusterView } from '../../api/view.ts'
import { aliasChain } from './alias-chain.ts'
import type { Target } from './check.ts'
import { backendsOf } from './ingress-backends.ts'
import { newestJobOf } from './newest-job.ts'
import { podsOf, servicesOf } from './pods.ts'
import { workloads } from './workloads.ts'

/** What belongs to an object that is asked about. Undefined for a kind that nothing is known of. */
export const targetOfObject = (
  object: KubeObject,
  { view, settings, namespace }: Around & { readonly namespace: string },
): Target | undefined => {
  const { kind, metadata } = object
  const base = { name: `${kind.toLowerCase()}/${metadata.name}`, namespace: metadata.namespace ?? namespace, object }
  const find = finders[kind] ?? ofWorkload
  const found = find(object, { view, settings })
  return found && { services: [], pods: [], ...base, ...found }
}

interface Around {
  readonly view: ClusterView
  readonly settings: ClusterSettings
}

type Found = Partial<Target>
type Find = (object: KubeObject, around: Around) => Found | undefined

const nothingElse: Find = () => ({})

const finders: Readonly<Record<string, Find>> = {
  Service(object, around) {
    const services = aliasChain(object as Service, around)
    return { services, pods: services.flatMap(service => podsOf(around.view, service)) }
  },
  Pod: (object, { view }) => ({ services: servicesOf(view, object as Pod), pods: [object as Pod] }),
  Endpoints: (object, { view }) => ({
    ...ofService(view, object.metadata.namespace, object.metadata.name),
    endpoints: object as Endpoints,
  }),
  EndpointSlice: (object, { view }) =>
    ofService(view, object.metadata.namespace, serviceLabel(object as EndpointSlice)),
  Ingress: (object, { view }) => ({ ...ofIngress(view, object as Ingress), ingress: object as Ingress }),
  Job: (object, { view }) => ({ pods: podsOfJob(view, object as Job) }),
  CronJob: (object, { view }) => {
    const job = newestJobOf(view, object as CronJob)
    return { pods: job ? podsOfJob(view, job) : [] }
  },
  NetworkPolicy: (object, { view }) => {
    const pods = view
      .list<Pod>('Pod', object.metadata.namespace)
      .filter(({ metadata }) => matches((object as NetworkPolicy).spec?.podSelector ?? {}, metadata.labels))
    return { pods }
  },
  ReplicaSet: (object, around) => ofReplicaSet(object, around),
  Namespace: ({ metadata }) => ({ namespace: metadata.name }),
  Node: nothingElse,
  PersistentVolumeClaim: nothingElse,
}

const podsOfJob = (view: ClusterView, { metadata }: Job): readonly Pod[] =>
  view.list<Pod>('Pod', metadata.namespace).filter(pod => controllerOf(pod)?.uid === metadata.uid)

const serviceLabel = ({ metadata }: EndpointSlice): string => metadata.labels?.['kubernetes.io/service-name'] ?? ''

const ofService = (view: ClusterView, namespace: string | undefined, name: string): Found => {
  const service = view.get<Service>('Service', namespace, name)
  return service ? { services: [service], pods: podsOf(view, service) } : {}
}

const ofIngress = (view: ClusterView, ingress: Ingress): Found => {
  const names = new Set(backendsOf(ingress).map(({ name }) => name))
  const all = [...names].map(name => ofService(view, ingress.metadata.namespace, name))
  return {
    services: all.flatMap(({ services = [] }) => services),
    pods: all.flatMap(({ pods = [] }) => pods),
  }
}

/** One of a Deployment's; an old one is to have no pods. */
const ofReplicaSet: Find = (object, around) => {
  const { metadata, spec } = object as ReplicaSet
  if (!controllerOf(object)) return ofWorkload(object, around)
  const replicas = spec?.replicas ?? 1
  const { view } = around
  return {
    services: servicesOf(view, { metadata: { ...metadata, labels: spec?.template?.metadata?.labels } }),
    pods: view.list<Pod>('Pod', metadata.namespace).filter(pod => controllerOf(pod)?.uid === metadata.uid),
    ...(replicas > 0 ? { workload: { object, template: spec?.template ?? {}, replicas } } : {}),
  }
}

const ofWorkload: Find = ({ metadata }, { view }) => {
  const workload = workloads(view, metadata.namespace).find(({ object: one }) => one.metadata.uid === metadata.uid)
  if (!workload) return undefined
  const { labels } = workload.template.metadata ?? {}
  const pods = view
    .list<Pod>('Pod', metadata.namespace)
    .filter(pod => Object.entries(labels ?? {}).every(([key, value]) => pod.metadata.labels?.[key] === value))
  const like = { metadata: { name: '', namespace: metadata.namespace, labels } }
  return { services: servicesOf(view, like), pods, workload }
}
