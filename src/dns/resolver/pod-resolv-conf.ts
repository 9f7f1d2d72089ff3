import type { PodDNSConfig, PodSpec } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import { emptyResolvConf, type ResolvConf, type ResolverOptions, withOption } from './resolv-conf.ts'

export interface ClusterDnsSettings {
  /** `cluster.local` */
  readonly clusterDomain: string
  /** The addresses that the kubelet hands out: the ClusterIP of kube-dns. */
  readonly clusterDns: readonly string[]
  /** What is in /etc/resolv.conf of the pod's node. */
  readonly node: ResolvConf
}

/** The resolv.conf that the kubelet makes for a pod, of its dnsPolicy, dnsConfig, namespace and hostNetwork. */
export const resolvConfOf = (pod: KubeObject & { readonly spec: PodSpec }, settings: ClusterDnsSettings): ResolvConf =>
  withDnsConfig(byPolicy(pod, settings), pod.spec.dnsConfig)

const byPolicy = (
  { metadata, spec }: KubeObject & { readonly spec: PodSpec },
  { clusterDomain, clusterDns, node }: ClusterDnsSettings,
): ResolvConf => {
  const policy = spec.dnsPolicy ?? 'ClusterFirst'
  if (policy === 'None') return emptyResolvConf
  // On the host's network ClusterFirst means Default, and ClusterFirstWithHostNet is there to ask for the cluster's
  // DNS.
  if (policy === 'Default' || (policy === 'ClusterFirst' && spec.hostNetwork)) return node
  return {
    nameservers: clusterDns,
    search: unique([
      `${metadata.namespace ?? 'default'}.svc.${clusterDomain}`,
      `svc.${clusterDomain}`,
      clusterDomain,
      ...node.search,
    ]),
    options: { ndots: 5, others: [] },
  }
}

/**
 * dnsConfig is added to what the policy gave; of options of one name its own wins. The kubelet cuts what libc would not
 * read.
 */
const withDnsConfig = (conf: ResolvConf, dnsConfig: PodDNSConfig | undefined): ResolvConf => ({
  nameservers: unique([...conf.nameservers, ...(dnsConfig?.nameservers ?? [])]).slice(0, 3),
  search: unique([...conf.search, ...(dnsConfig?.searches ?? [])]).slice(0, 32),
  options: (dnsConfig?.options ?? []).reduce<ResolverOptions>(
    (options, { name = '', value }) => withOption(options, value ? `${name}:${value}` : name),
    conf.options,
  ),
})

const unique = (words: readonly string[]): string[] => [...new Set(words)]
