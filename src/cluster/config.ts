import type { ClusterSettings, LoadBalancerProvider } from '../api/resource.ts'
import { addressAt } from '../util/ip.ts'
import { times } from '../util/range.ts'

export interface NodeConfig {
  readonly name: string
  readonly address: string
  /** Its address of the other family, where the cluster has two. */
  readonly secondaryAddress?: string | undefined
  readonly controlPlane: boolean
}

/** How a cluster is created; kept in its state, and never changed. */
export interface ClusterConfig extends ClusterSettings {
  readonly profile: string
  /** As kubectl's contexts name the cluster: `kubesim-my-cluster`. */
  readonly context: string
  readonly nodes: readonly NodeConfig[]
  /** Each node gets a /24 of it, in order. */
  readonly podRange: string
  readonly seed: number
  /** The ingress controller that it is created with; none if unset. */
  readonly ingress?: 'nginx' | undefined
}

/** What distinguishes a profile from the default one. */
export interface Profile {
  readonly name: string
  readonly summary: string
  readonly nodes?: readonly NodeConfig[]
  readonly podRange?: string
  readonly loadBalancer: LoadBalancerProvider
  readonly contextPrefix?: string
}

const worker = (name: string, address: string): NodeConfig => ({ name, address, controlPlane: false })
const controlPlane = (name: string, address: string): NodeConfig => ({ name, address, controlPlane: true })

// The first addresses are as kind gave them when the examples were recorded; later workers come behind.
const firstWorkers = ['172.18.0.3', '172.18.0.2', '172.18.0.4']
const workerAddress = (index: number): string => firstWorkers[index] ?? addressAt('172.18.0.0/16', index + 3)

const dockerNodes = (cluster: string, workers: number): readonly NodeConfig[] => [
  controlPlane(`${cluster}-control-plane`, '172.18.0.5'),
  ...times(workers, index => worker(`${cluster}-worker${index === 0 ? '' : index + 1}`, workerAddress(index))),
]

const testNet3: LoadBalancerProvider = { kind: 'pool', range: '203.0.113.0/24' }

export const profiles: readonly Profile[] = [
  { name: 'default', summary: 'four nodes, addresses for LoadBalancers', loadBalancer: testNet3 },
  {
    name: 'kind',
    summary: 'four nodes, LoadBalancers stay pending',
    loadBalancer: { kind: 'none' },
    contextPrefix: 'kind-',
  },
  {
    name: 'docker-desktop',
    summary: 'one node, LoadBalancers on localhost',
    nodes: [controlPlane('docker-desktop', '192.168.65.3')],
    loadBalancer: { kind: 'hostname', pattern: 'localhost' },
  },
  { name: 'k3s', summary: "LoadBalancers on the nodes' addresses", loadBalancer: { kind: 'nodes' } },
  { name: 'aks', summary: 'public addresses', loadBalancer: { kind: 'pool', range: '20.0.113.0/24' } },
  { name: 'gke', summary: 'public addresses', loadBalancer: { kind: 'pool', range: '34.0.113.0/24' } },
  {
    name: 'eks',
    summary: 'a host name for each LoadBalancer',
    loadBalancer: { kind: 'hostname', pattern: '*.elb.ap-northeast-2.amazonaws.com' },
  },
  {
    name: 'metallb',
    summary: 'addresses of a pool in the network of the nodes',
    loadBalancer: { kind: 'pool', range: '172.18.255.200/29' },
  },
  {
    name: 'lecture',
    summary: 'master, node1 and node2 at home, pods in 20.96.0.0/12',
    nodes: [controlPlane('master', '192.168.0.30'), worker('node1', '192.168.0.31'), worker('node2', '192.168.0.32')],
    podRange: '20.96.0.0/12',
    loadBalancer: testNet3,
  },
]

/** What a user may choose of a new cluster. */
export type Choices = Partial<Omit<ClusterConfig, 'context' | 'version'>> & { readonly workers?: number }

/** The whole configuration of a new cluster. Throws RangeError over a profile that does not exist. */
export const configOf = (given: Choices): ClusterConfig => {
  const { name = 'my-cluster', profile: profileName = 'default', workers = 3, ...choices } = given
  const profile = profiles.find(candidate => candidate.name === profileName)
  if (!profile) {
    throw new RangeError(`no profile "${profileName}": choose one of ${profiles.map(known => known.name).join(', ')}`)
  }
  return dualStacked({
    name,
    profile: profileName,
    context: `${profile.contextPrefix ?? 'kubesim-'}${name}`,
    version: 'v1.36.2',
    nodes: (given.workers === undefined && profile.nodes) || dockerNodes(name, workers),
    podRange: profile.podRange ?? '10.244.0.0/16',
    serviceRange: '10.96.0.0/16',
    nodePorts: { from: 30000, to: 32767 },
    clusterDomain: 'cluster.local',
    loadBalancer: profile.loadBalancer,
    startDelay: 0,
    seed: 1,
    ...choices,
  })
}

/** With two ranges of Service addresses, pods and nodes have two addresses as well. */
const dualStacked = (config: ClusterConfig): ClusterConfig => {
  if (!config.secondaryServiceRange) return config
  const [pods, machines] = isIpv6(config.podRange) ? ipv4Ranges : ipv6Ranges
  return {
    ...config,
    secondaryPodRange: config.secondaryPodRange ?? pods,
    nodes: config.nodes.map((node, index) => ({
      ...node,
      secondaryAddress: node.secondaryAddress ?? addressAt(machines, index + 2),
    })),
  }
}

// As kind has them.
const ipv6Ranges = ['fd00:10:244::/56', 'fc00:f853:ccd:e793::/64'] as const
const ipv4Ranges = ['10.244.0.0/16', '172.18.0.0/16'] as const

const isIpv6 = (range: string): boolean => range.includes(':')
