import type { VerbEntry } from '../../../verb.ts'

/** The verbs of `kubectl create service`. */
export const serviceVerbs: readonly VerbEntry[] = [
  {
    name: 'clusterip',
    summary: 'Create a ClusterIP service',
    load: async () => (await import('./cluster-ip.ts')).clusterIp,
  },
  {
    name: 'externalname',
    summary: 'Create an ExternalName service',
    load: async () => (await import('./external-name.ts')).externalName,
  },
  {
    name: 'loadbalancer',
    summary: 'Create a LoadBalancer service',
    load: async () => (await import('./load-balancer.ts')).loadBalancer,
  },
  {
    name: 'nodeport',
    summary: 'Create a NodePort service',
    load: async () => (await import('./node-port.ts')).nodePort,
  },
]
