import type { EndpointSlice, Pod, Service } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { canonicalAddress } from './address.ts'

/** Who listens at an address: the pods of CoreDNS behind a Service (none of them ready: silence), or one of them. */
export interface DnsPlace {
  readonly pods: readonly { readonly address: string; readonly port: number }[]
}

interface Target {
  readonly address: string
  readonly port: number
  readonly transport: 'udp' | 'tcp'
}

/** Finds what an address and port lead to; undefined if it has nothing to do with CoreDNS. */
export const dnsPlace = (view: ClusterView, target: Target): DnsPlace | undefined => {
  const service = serviceAt(view, target.address)
  if (service) return behindService(view, service, target)
  const pod = dnsPods(view).find(({ status }) => same(status?.podIP, target.address))
  return pod && { pods: [{ address: target.address, port: target.port }] }
}

const same = (left: string | undefined, right: string): boolean =>
  left !== undefined && (left === right || canonicalAddress(left) === canonicalAddress(right))

const clusterIPs = ({ spec }: Service): readonly string[] => spec.clusterIPs ?? (spec.clusterIP ? [spec.clusterIP] : [])

const serviceAt = (view: ClusterView, address: string): Service | undefined => {
  const hasAddress = (service: Service): boolean => clusterIPs(service).some(ip => same(ip, address))
  const usual = view.get<Service>('Service', 'kube-system', 'kube-dns')
  return usual && hasAddress(usual) ? usual : view.list<Service>('Service', 'kube-system').find(hasAddress)
}

const dnsPods = (view: ClusterView): readonly Pod[] =>
  view
    .list<Pod>('Pod', 'kube-system')
    .filter(({ metadata, status }) => metadata.labels?.['k8s-app'] === 'kube-dns' && status?.phase === 'Running')

const behindService = (view: ClusterView, service: Service, { port, transport }: Target): DnsPlace | undefined => {
  const servicePort = service.spec.ports?.find(
    item => item.port === port && (item.protocol ?? 'TCP').toLowerCase() === transport,
  )
  if (!servicePort) return undefined
  const slices = view
    .list<EndpointSlice>('EndpointSlice', service.metadata.namespace)
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service.metadata.name)
  return {
    pods: slices.flatMap(slice => {
      const target = slice.ports?.find(item => (item.name ?? '') === (servicePort.name ?? ''))?.port ?? port
      return (slice.endpoints ?? [])
        .filter(({ conditions }) => conditions?.ready !== false)
        .flatMap(({ addresses }) => addresses.map(address => ({ address, port: target })))
    }),
  }
}
