import type { Pod, Service } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { type HostsFile, parseHosts } from '../dns/resolver/hosts-file.ts'
import { hostsOf } from '../dns/resolver/pod-hosts.ts'
import { resolvConfOf } from '../dns/resolver/pod-resolv-conf.ts'
import { emptyResolvConf, type ResolvConf } from '../dns/resolver/resolv-conf.ts'
import type { Network } from '../network/network.ts'
import type { Sender } from '../network/packet.ts'

/** Where a program runs, as far as the network is concerned. */
export interface Place {
  readonly sender: Sender
  readonly address: string
  readonly resolvConf: ResolvConf
  readonly hosts: HostsFile
}

export interface PlaceOptions {
  readonly network: Network
  readonly cluster: ClusterView
  readonly clusterDomain: string
  readonly namespace: string
  /** `pod/NAME`, `node/NAME`, `laptop`; empty is some pod of the namespace. */
  readonly from: string
}

/** A place that does not exist. */
export class PlaceError extends Error {
  override readonly name = 'PlaceError'
}

// The company's name server, which its machines and the cluster's nodes ask.
const companyDns: ResolvConf = { ...emptyResolvConf, nameservers: ['192.168.0.1'] }
const localhost = parseHosts('127.0.0.1\tlocalhost\n::1\tlocalhost\n')

/** The place that `--from` names. Throws PlaceError if there is none. */
export const placeOf = (options: PlaceOptions): Place => {
  const { from } = options
  const [kind = '', name = ''] = from.split('/')
  if (from === '') return anyPod(options)
  if (from === 'laptop') return atLaptop(options.network)
  if (kind === 'pod' && name) return atPod(options, name)
  if (kind === 'node' && name) return atNode(options, name)
  throw new PlaceError(`--from is laptop, node/NAME or pod/NAME, not "${from}"`)
}

const atLaptop = (network: Network): Place => {
  const sender = network.laptop()
  return { sender, address: sender.addresses[0] ?? '', resolvConf: companyDns, hosts: localhost }
}

const atPod = (options: PlaceOptions, name: string): Place => {
  const { cluster, clusterDomain, namespace, network } = options
  const pod = cluster.get<Pod>('Pod', namespace, name)
  if (!pod) throw new PlaceError(`pods "${name}" not found`)
  const address = pod.status?.podIP
  if (!address) throw new PlaceError(`pod ${name} has no address yet: it is ${pod.status?.phase ?? 'Pending'}`)
  return {
    sender: network.pod(pod),
    address,
    resolvConf: confOf(pod, options),
    hosts: hostsOf(pod, clusterDomain),
  }
}

const atNode = ({ network }: PlaceOptions, name: string): Place => {
  const sender = network.node(name)
  if (!sender) throw new PlaceError(`nodes "${name}" not found`)
  return { sender, address: sender.addresses[0] ?? '', resolvConf: companyDns, hosts: localhost }
}

const anyPod = (options: PlaceOptions): Place => {
  const { namespace, network } = options
  const address = '10.244.255.254'
  const pod: Pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'client', namespace },
    spec: { containers: [] },
    status: { podIP: address },
  }
  return { sender: network.pod(pod), address, resolvConf: confOf(pod, options), hosts: localhost }
}

const confOf = (pod: Pod, { cluster, clusterDomain }: PlaceOptions): ResolvConf => {
  const { clusterIP } = cluster.get<Service>('Service', 'kube-system', 'kube-dns')?.spec ?? {}
  return resolvConfOf(pod, { clusterDomain, clusterDns: clusterIP ? [clusterIP] : [], node: companyDns })
}
