import type { Behaviour } from '../../api/behaviour.ts'
import type { ConfigMap } from '../../api/generated/types.ts'
import type { Process } from '../running.ts'

/** Prints the domains that names are tried in, and ends. */
export const dnsSuffix = ({ pod, cluster }: Process): Behaviour => ({
  listens: [],
  runsFor: 0,
  log: started => [{ time: started, text: searchList(pod, domainOf(cluster)).join(',') }],
})

const searchList = ({ metadata, spec }: Process['pod'], domain: string): readonly string[] => {
  const { dnsPolicy = 'ClusterFirst', dnsConfig, hostNetwork } = spec
  const isOfCluster = dnsPolicy === 'ClusterFirstWithHostNet' || (dnsPolicy === 'ClusterFirst' && !hostNetwork)
  const own = isOfCluster ? [`${metadata.namespace}.svc.${domain}`, `svc.${domain}`, domain] : []
  return [...own, ...(dnsConfig?.searches ?? [])]
}

/** The cluster's domain, as its name server has it. */
const domainOf = (cluster: Process['cluster']): string => {
  const corefile = cluster.get<ConfigMap>('ConfigMap', 'kube-system', 'coredns')?.data?.Corefile ?? ''
  return /^\s*kubernetes\s+([\w.-]+)/m.exec(corefile)?.[1]?.replace(/\.$/, '') ?? 'cluster.local'
}
