import type { Lease, Node, NodeCondition } from '../api/generated/types.ts'
import { toRfc3339 } from '../util/clock.ts'
import { subnet } from '../util/ip.ts'
import { isDefined } from '../util/range.ts'
import type { ClusterConfig, NodeConfig } from './config.ts'

/** The Node object of the `index`th machine of a new cluster, as its kubelet reports it at `now` (milliseconds). */
export const nodeOf = (node: NodeConfig, index: number, config: ClusterConfig, now: number): Node => {
  const podCIDRs = [config.podRange, config.secondaryPodRange].filter(isDefined).map(range => partOf(range, index))
  const size = { cpu: '8', memory: '16Gi', pods: '110' }
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: node.name, labels: labelsOf(node), annotations: { 'node.alpha.kubernetes.io/ttl': '0' } },
    spec: {
      podCIDR: podCIDRs[0],
      podCIDRs,
      ...(node.controlPlane ? { taints: [{ key: controlPlaneRole, effect: 'NoSchedule' as const }] } : {}),
    },
    status: {
      capacity: size,
      allocatable: size,
      conditions: conditionsAt(toRfc3339(now)),
      addresses: [
        ...addressesOf(node).map(address => ({ type: 'InternalIP', address })),
        { type: 'Hostname', address: node.name },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        machineID: '',
        systemUUID: '',
        bootID: '',
        kernelVersion: '6.8.0',
        osImage: 'Debian GNU/Linux 12 (bookworm)',
        containerRuntimeVersion: 'containerd://2.1.3',
        kubeletVersion: config.version,
        kubeProxyVersion: '',
        operatingSystem: 'linux',
        architecture: 'amd64',
      },
    },
  }
}

const addressesOf = ({ address, secondaryAddress }: NodeConfig): readonly string[] =>
  secondaryAddress ? [address, secondaryAddress] : [address]

/** The part of a range of pod addresses that a node gets. */
const partOf = (range: string, index: number): string => subnet(range, range.includes(':') ? 64 : 24, index)

/** The lease that a node's kubelet holds. */
export const leaseOf = ({ name }: NodeConfig, now: number): Lease => ({
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  metadata: { name, namespace: 'kube-node-lease' },
  spec: {
    holderIdentity: name,
    leaseDurationSeconds: 40,
    acquireTime: toRfc3339(now).replace('Z', '.000000Z'),
    renewTime: toRfc3339(now).replace('Z', '.000000Z'),
  },
})

const controlPlaneRole = 'node-role.kubernetes.io/control-plane'

const labelsOf = ({ name, controlPlane }: NodeConfig) => ({
  'beta.kubernetes.io/arch': 'amd64',
  'beta.kubernetes.io/os': 'linux',
  'kubernetes.io/arch': 'amd64',
  'kubernetes.io/hostname': name,
  'kubernetes.io/os': 'linux',
  ...(controlPlane ? { [controlPlaneRole]: '', 'node.kubernetes.io/exclude-from-external-load-balancers': '' } : {}),
})

// Nothing here runs short of memory, disk or processes, so nobody reports that it does not.
const conditionsAt = (time: string): readonly NodeCondition[] => [
  {
    type: 'Ready',
    status: 'True',
    lastHeartbeatTime: time,
    lastTransitionTime: time,
    reason: 'KubeletReady',
    message: 'kubelet is posting ready status',
  },
]
