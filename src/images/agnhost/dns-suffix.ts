import type { Behaviour } from '../../api/behaviour.ts'
import type { Process } from '../running.ts'

/** Prints the domains that names are tried in, and ends. */
export const dnsSuffix = ({ pod }: Process): Behaviour => ({
  listens: [],
  runsFor: 0,
  log: started => [{ time: started, text: searchList(pod).join(',') }],
})

const searchList = ({ metadata, spec }: Process['pod']): readonly string[] => {
  const { dnsPolicy = 'ClusterFirst', dnsConfig, hostNetwork } = spec
  const isOfCluster = dnsPolicy === 'ClusterFirstWithHostNet' || (dnsPolicy === 'ClusterFirst' && !hostNetwork)
  const domain = 'cluster.local'
  const own = isOfCluster ? [`${metadata.namespace}.svc.${domain}`, `svc.${domain}`, domain] : []
  return [...own, ...(dnsConfig?.searches ?? [])]
}
